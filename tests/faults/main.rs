//! What breaks while people work: programs that are killed, disks that are full, pushes that come twice or in the wrong
//! order, files of an older program. Nothing that was confirmed is lost, nothing happens twice, nothing is half done.

mod copies;
mod full_disk;
mod ground;
mod killed_device;
mod killed_server;
mod table;
mod upgrade;
