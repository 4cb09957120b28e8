//! Workspace, people, products and their settings.

use lineout_domain::ids::{DefinitionId, EpicId, PersonId, ProductId};

use crate::action::Db;
use crate::cell::Cell;
use crate::record::{
    BoardColumn, DefinitionOfDone, DoneCriterion, Epic, Holiday, ItemTemplate, Member, Person, Product,
    Record, SavedView, TaskTemplate, WorkspaceInfo,
};
use crate::{Result, StoreError};

impl Db<'_> {
    /// The workspace's own row.
    ///
    /// # Errors
    /// When it was never named.
    pub fn workspace(&self) -> Result<WorkspaceInfo> {
        WorkspaceInfo::first(self, "1", &[])?.ok_or(StoreError::NotFound { what: "workspace" })
    }

    /// Everybody, by name, those removed last.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn people(&self) -> Result<Vec<Person>> {
        Person::all(self, "1 ORDER BY removed, name COLLATE NOCASE, id", &[])
    }

    /// The person with exactly this name, ignoring case.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn person_named(&self, name: &str) -> Result<Option<Person>> {
        let name = name.to_owned().store();
        Person::first(self, "name = ?1 COLLATE NOCASE ORDER BY removed, id", &[&name])
    }

    /// Every product, by key.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn products(&self) -> Result<Vec<Product>> {
        Product::all(self, "1 ORDER BY key", &[])
    }

    /// The product with this key.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn product_by_key(&self, key: &str) -> Result<Option<Product>> {
        Product::first(self, "key = ?1", &[&key.to_owned().store()])
    }

    /// Who holds which role.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn members(&self, product: ProductId) -> Result<Vec<Member>> {
        Member::all(self, "product = ?1 ORDER BY id", &[&product.store()])
    }

    /// The roles one person holds.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn roles(&self, product: ProductId, person: PersonId) -> Result<Vec<Member>> {
        Member::all(self, "product = ?1 AND person = ?2 ORDER BY id", &[&product.store(), &person.store()])
    }

    /// The product's workflow columns, left to right.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn columns(&self, product: ProductId) -> Result<Vec<BoardColumn>> {
        BoardColumn::all(self, "product = ?1 ORDER BY position, id", &[&product.store()])
    }

    /// The product's holidays, by day.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn holidays(&self, product: ProductId) -> Result<Vec<Holiday>> {
        Holiday::all(self, "product = ?1 ORDER BY day", &[&product.store()])
    }

    /// The newest version of the product's Definition of Done.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it has none.
    pub fn definition(&self, product: ProductId) -> Result<DefinitionOfDone> {
        DefinitionOfDone::first(self, "product = ?1 ORDER BY version DESC", &[&product.store()])?
            .ok_or(StoreError::NotFound { what: "Definition of Done" })
    }

    /// The criteria of one version, in order.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn criteria(&self, definition: DefinitionId) -> Result<Vec<DoneCriterion>> {
        DoneCriterion::all(self, "definition = ?1 ORDER BY position", &[&definition.store()])
    }

    /// The product's epics, by name.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn epics(&self, product: ProductId) -> Result<Vec<Epic>> {
        Epic::all(self, "product = ?1 ORDER BY name COLLATE NOCASE, id", &[&product.store()])
    }

    /// The product's saved views, by name.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn saved_views(&self, product: ProductId) -> Result<Vec<SavedView>> {
        SavedView::all(self, "product = ?1 ORDER BY name COLLATE NOCASE, id", &[&product.store()])
    }

    /// The product's templates, by name.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn templates(&self, product: ProductId) -> Result<Vec<ItemTemplate>> {
        ItemTemplate::all(self, "product = ?1 ORDER BY name COLLATE NOCASE, id", &[&product.store()])
    }

    /// The product's lists of tasks, by name.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn task_templates(&self, product: ProductId) -> Result<Vec<TaskTemplate>> {
        TaskTemplate::all(self, "product = ?1 ORDER BY name COLLATE NOCASE, id", &[&product.store()])
    }

    /// The epic of a product with this name.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn epic_named(&self, product: ProductId, name: &str) -> Result<Option<Epic>> {
        Epic::first(self, "product = ?1 AND name = ?2", &[&product.store(), &name.to_owned().store()])
    }

    /// One epic, when an item has one.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn epic(&self, epic: Option<EpicId>) -> Result<Option<Epic>> {
        epic.map_or(Ok(None), |id| Epic::find(self, id))
    }
}
