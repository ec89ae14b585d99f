//! What a log may say of a server (S-18).

use super::site::Site;

#[tokio::test]
async fn a_server_that_is_logged_tells_no_secret_s_18() {
    let text = "[mail]
transport = 'smtp'
smtp_host = 'mail.example'
smtp_user = 'canary-1'
smtp_password = 'canary-2'
report_secret = 'canary-3-of-a-report'
[sms]
transport = 'http'
url = 'https://sms.example/send'
token = 'canary-4'
countries = ['+372']";
    let site = Site::with(text).await;
    let logged = format!("{:?}", site.app);
    assert!(!logged.contains("canary"), "{logged}");
    let store = format!("{:?}", site.app.store());
    assert!(!store.contains(site.app.store().address()), "{store}");
}
