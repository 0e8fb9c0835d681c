//! What is read by others than whoever wrote it may not point out a person. What reading alone finds is found before it is shown;
//! names it does not find, so people read too.

/// Whether a text holds what looks like a personal identity number, a telephone number or an e-mail address.
pub(crate) fn points_out_a_person(text: &str) -> bool {
    !text::personal_data::find(text).is_empty()
}
