//! Lists that are filtered or sorted, kept until anything changes: whoever scrolls through one asks for it again and
//! again, and choosing from a hundred thousand items once is enough.

use std::sync::{Arc, Mutex};

use lineout_domain::ids::ProductId;
use lineout_store::Db;
use lineout_store::read::{Filter, Matches, Sort};

use crate::error::Result;

/// How many lists are kept; a room shows one and counts a few others.
const KEPT: usize = 8;

/// The lists kept, newest last, all read at one mark of the history.
#[derive(Default)]
pub struct Lists(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    mark: i64,
    lists: Vec<(ProductId, Filter, Sort, Arc<Matches>)>,
}

impl Lists {
    /// Forgets everything: another file is open now, and its marks mean something else.
    pub(crate) fn forget(&self) {
        if let Ok(mut kept) = self.0.lock() {
            *kept = Kept::default();
        }
    }

    /// What a filter chooses, in order.
    pub(crate) fn get(
        &self,
        db: &Db<'_>,
        product: ProductId,
        filter: &Filter,
        sort: Sort,
    ) -> Result<Arc<Matches>> {
        let mark = db.history_mark()?;
        if let Ok(mut kept) = self.0.lock() {
            if kept.mark != mark {
                *kept = Kept { mark, lists: Vec::new() };
            }
            let same = |list: &&(ProductId, Filter, Sort, Arc<Matches>)| {
                list.0 == product && list.1 == *filter && list.2 == sort
            };
            if let Some((_, _, _, list)) = kept.lists.iter().find(same) {
                return Ok(Arc::clone(list));
            }
        }
        let list = Arc::new(db.matches(product, filter, sort)?);
        if let Ok(mut kept) = self.0.lock()
            && kept.mark == mark
        {
            if kept.lists.len() == KEPT {
                kept.lists.remove(0);
            }
            kept.lists.push((product, filter.clone(), sort, Arc::clone(&list)));
        }
        Ok(list)
    }
}
