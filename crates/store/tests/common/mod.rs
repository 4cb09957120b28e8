//! What the store's tests share.

use lineout_domain::board::Category;
use lineout_domain::ids::{ColumnId, ProductId};
use lineout_store::record::BoardColumn;
use uuid::Uuid;

/// The columns that every board has: one of each category.
pub fn columns(product: ProductId) -> impl Iterator<Item = BoardColumn> {
    (0..).zip([Category::Todo, Category::InProgress, Category::Done]).map(move |(position, category)| {
        BoardColumn {
            id: ColumnId::new(Uuid::from_u128(u128::from(position) + 3_000_000)),
            product,
            name: category.to_string(),
            category,
            position,
            wip_limit: None,
        }
    })
}
