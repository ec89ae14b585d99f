//! Coming in with the account of another site (OLV-5, BTX-7, BTX-16): whoever it is known for, a new account, or one more way
//! into an account after its password. Whatever the site or somebody between does wrong proves nothing (S-09, SECURITY V10).

mod coming;
mod connecting;
mod proving;
mod scene;
