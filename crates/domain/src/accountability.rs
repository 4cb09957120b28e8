//! Who answers for what. A product either guides (acting against an accountability is allowed, said and recorded) or
//! is strict (it is refused).
//!
//! Not here: what anyone may do. Adding items, raising impediments and writing retrospective cards ask nobody.

use crate::rule::Rule;
use crate::word::words;

words! {
    "role";
    /// What a person is to a product. One person may hold several.
    pub enum Role {
        /// Accountable for the Product Goal and the order of the Product Backlog.
        ProductOwner => "productOwner",
        /// Accountable for the team's effectiveness.
        ScrumMaster => "scrumMaster",
        /// Accountable for sizing, the Sprint Backlog and the Increment.
        Developer => "developer",
        /// Interested in the outcome, outside the Scrum Team.
        Stakeholder => "stakeholder",
    }
}

impl Role {
    /// The name in a sentence.
    pub const fn title(self) -> &'static str {
        match self {
            Self::ProductOwner => "Product Owner",
            Self::ScrumMaster => "Scrum Master",
            Self::Developer => "Developers",
            Self::Stakeholder => "Stakeholder",
        }
    }
}

words! {
    "accountability mode";
    /// What happens when someone acts against an accountability, or exceeds a limit of the board.
    pub enum Mode {
        /// It happens, and is said and recorded.
        Guide => "guide",
        /// It is refused.
        Strict => "strict",
    }
}

words! {
    "accountable operation";
    /// What somebody is accountable for.
    pub enum Operation {
        /// Ordering the Product Backlog.
        Order => "order",
        /// Setting the Product Goal.
        SetProductGoal => "setProductGoal",
        /// Cancelling a sprint.
        CancelSprint => "cancelSprint",
        /// Sizing items.
        Size => "size",
        /// Starting a sprint, and taking items into it, giving them back and moving them on the board from then on. What a
        /// planned sprint shall hold is found by the whole Scrum Team.
        ChangeSprintBacklog => "changeSprintBacklog",
        /// Closing an impediment.
        CloseImpediment => "closeImpediment",
        /// Starting and closing a retrospective.
        FacilitateRetro => "facilitateRetro",
    }
}

impl Operation {
    /// The role that answers for it.
    pub const fn accountable(self) -> Role {
        match self {
            Self::Order | Self::SetProductGoal | Self::CancelSprint => Role::ProductOwner,
            Self::Size | Self::ChangeSprintBacklog => Role::Developer,
            Self::CloseImpediment | Self::FacilitateRetro => Role::ScrumMaster,
        }
    }

    /// The operation as the beginning of a sentence.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Order => "Ordering the Product Backlog",
            Self::SetProductGoal => "Setting the Product Goal",
            Self::CancelSprint => "Cancelling a sprint",
            Self::Size => "Sizing items",
            Self::ChangeSprintBacklog => "Changing the Sprint Backlog",
            Self::CloseImpediment => "Closing an impediment",
            Self::FacilitateRetro => "Facilitating the retrospective",
        }
    }

    const fn verb(self) -> &'static str {
        // "Developers" is the only plural among the accountable.
        match self.accountable() {
            Role::Developer => "are",
            _ => "is",
        }
    }
}

/// Who acts, as far as the product knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Actor<'a> {
    /// The roles of the acting person in this product; `None` when no person is acting.
    pub roles: Option<&'a [Role]>,
    /// Whether anybody in the product holds the role that answers for the operation.
    pub role_is_held: bool,
}

/// What the product says to an operation it allows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing to say.
    Fine,
    /// Somebody else answers for it. Holds the sentence to show and record.
    Against(String),
}

/// A refusal in strict mode.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AccountabilityRule {
    /// The acting person does not hold the accountable role.
    #[error("{} was refused: the {} {} accountable for it, and this product is strict.", .0.title(), .0.accountable().title(), .0.verb())]
    NotAccountable(Operation),
    /// Nobody is acting.
    #[error("{} was refused: this product is strict, and nobody is named as acting.", .0.title())]
    NobodyActing(Operation),
    /// Nobody in the product holds the accountable role.
    #[error("{} was refused: this product is strict, and nobody in it is {}.", .0.title(), .0.accountable().title())]
    NobodyAccountable(Operation),
}

impl Rule for AccountabilityRule {
    fn code(&self) -> &'static str {
        "not_accountable"
    }

    fn hint(&self) -> String {
        match self {
            Self::NotAccountable(op) => {
                format!("Act as one of the {}, or set the product to guide.", op.accountable().title())
                    .replace("one of the Product", "the Product")
                    .replace("one of the Scrum", "the Scrum")
            }
            Self::NobodyActing(_) => "Choose who is acting, or set the product to guide.".into(),
            Self::NobodyAccountable(op) => {
                format!(
                    "Give somebody the role of {}, or set the product to guide.",
                    op.accountable().title()
                )
            }
        }
    }
}

/// Whether `actor` may do `operation`, and what there is to say about it.
///
/// In guide mode everything is allowed; it is [`Verdict::Fine`] for the accountable, and where nobody acts or nobody
/// holds the role (there is no one whose accountability it would go against). In strict mode only the accountable may.
pub fn check(mode: Mode, actor: Actor<'_>, operation: Operation) -> Result<Verdict, AccountabilityRule> {
    let role = operation.accountable();
    if actor.roles.is_some_and(|roles| roles.contains(&role)) {
        return Ok(Verdict::Fine);
    }
    match (mode, actor.roles, actor.role_is_held) {
        (Mode::Strict, _, false) => Err(AccountabilityRule::NobodyAccountable(operation)),
        (Mode::Strict, None, true) => Err(AccountabilityRule::NobodyActing(operation)),
        (Mode::Strict, Some(_), true) => Err(AccountabilityRule::NotAccountable(operation)),
        (Mode::Guide, Some(_), true) => Ok(Verdict::Against(format!(
            "{} is for the {}, who {} accountable for it.",
            operation.title(),
            role.title(),
            operation.verb()
        ))),
        (Mode::Guide, _, _) => Ok(Verdict::Fine),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn actor(roles: Option<&[Role]>, role_is_held: bool) -> Actor<'_> {
        Actor { roles, role_is_held }
    }

    #[test]
    fn each_operation_has_its_accountable_role() {
        use Operation as Op;
        for (op, role) in [
            (Op::Order, Role::ProductOwner),
            (Op::SetProductGoal, Role::ProductOwner),
            (Op::CancelSprint, Role::ProductOwner),
            (Op::Size, Role::Developer),
            (Op::ChangeSprintBacklog, Role::Developer),
            (Op::CloseImpediment, Role::ScrumMaster),
            (Op::FacilitateRetro, Role::ScrumMaster),
        ] {
            for mode in [Mode::Guide, Mode::Strict] {
                let all = [Role::Stakeholder, role];
                assert_eq!(check(mode, actor(Some(&all), true), op), Ok(Verdict::Fine));
            }
            let others: Vec<Role> = Role::ALL.iter().copied().filter(|other| *other != role).collect();
            let acting = actor(Some(&others), true);
            assert!(matches!(check(Mode::Guide, acting, op), Ok(Verdict::Against(_))));
            assert_eq!(check(Mode::Strict, acting, op), Err(AccountabilityRule::NotAccountable(op)));
        }
    }

    #[test]
    fn where_nobody_could_be_meant_guide_is_silent_and_strict_refuses() {
        let op = Operation::Order;
        for (acting, refusal) in [
            (actor(None, true), AccountabilityRule::NobodyActing(op)),
            (actor(None, false), AccountabilityRule::NobodyAccountable(op)),
            (actor(Some(&[Role::Developer]), false), AccountabilityRule::NobodyAccountable(op)),
        ] {
            assert_eq!(check(Mode::Guide, acting, op), Ok(Verdict::Fine));
            assert_eq!(refusal.code(), "not_accountable");
            assert_eq!(check(Mode::Strict, acting, op), Err(refusal));
        }
    }

    #[test]
    fn what_is_said_reads_as_a_sentence() {
        let said = check(Mode::Guide, actor(Some(&[Role::ProductOwner]), true), Operation::Size);
        assert_eq!(
            said,
            Ok(Verdict::Against("Sizing items is for the Developers, who are accountable for it.".into()))
        );
        let refusal = AccountabilityRule::NotAccountable(Operation::Order);
        assert_eq!(
            refusal.to_string(),
            "Ordering the Product Backlog was refused: the Product Owner is accountable for it, and this product is strict."
        );
        assert_eq!(refusal.hint(), "Act as the Product Owner, or set the product to guide.");
    }
}
