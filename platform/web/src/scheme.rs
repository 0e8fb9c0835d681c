//! The switch in the footer between light, dark and what the device says; a cookie that holds that choice and nothing else.

use crate::{Anyone, Reply, Req};

pub(crate) async fn choose(req: Req, _: Anyone) -> Reply {
    let form = req.form()?;
    let choice = match form.text("visning").as_str() {
        "ljus" => "ljus",
        "mork" => "mork",
        _ => "",
    };
    let age = if choice.is_empty() { 0 } else { 31_536_000 };
    let back = form.text("till");
    // Only an address of our own: one slash, not two, no scheme.
    let back = if back.starts_with('/') && !back.starts_with("//") && !back.contains('\\') {
        back
    } else {
        "/".into()
    };
    let cookie = format!("visning={choice}; Path=/; Max-Age={age}; SameSite=Lax; HttpOnly");
    Ok(crate::Response::see_other(&back).with_header("set-cookie", &cookie))
}
