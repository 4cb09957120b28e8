//! What was done against guidance: the record that a product in guide mode keeps instead of refusing.

pub mod list;
