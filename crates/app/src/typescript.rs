//! The TypeScript side of the contract, generated: every wire type once, and a map of names to requests and responses.

use std::collections::{BTreeMap, HashSet};

use ts_rs::{Config, TS, TypeVisitor};

use crate::contract::USE_CASES;
use crate::host::{ActionNote, Guidance};

/// Declarations gathered while walking the types of the contract.
pub(crate) struct Types {
    config: Config,
    seen: HashSet<std::any::TypeId>,
    declarations: BTreeMap<String, String>,
}

impl Types {
    /// The TypeScript name of a type; it and all it refers to are declared.
    pub(crate) fn name<T: TS + 'static + ?Sized>(&mut self) -> String {
        self.visit::<T>();
        T::name(&self.config)
    }
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(std::any::TypeId::of::<T>()) {
            return;
        }
        if T::output_path().is_some() {
            let docs = T::docs().unwrap_or_default();
            self.declarations
                .insert(T::ident(&self.config), format!("{docs}export {}", T::decl(&self.config)));
        }
        T::visit_generics(self);
        T::visit_dependencies(self);
    }
}

/// The whole of `ui/src/lib/contract/generated.ts`.
pub fn typescript() -> String {
    let mut types = Types { config: Config::default(), seen: HashSet::new(), declarations: BTreeMap::new() };
    types.name::<ActionNote>();
    types.name::<Guidance>();
    let mut map = String::new();
    for case in USE_CASES {
        let (request, response) = (case.types)(&mut types);
        map += &format!(
            "  /** {} */\n  \"{}\": {{ kind: \"{}\"; request: {request}; response: {response} }};\n",
            case.summary, case.name, case.kind
        );
    }
    let declarations = types.declarations.into_values().collect::<Vec<_>>().join("\n\n");
    format!(
        "// Generated from the contract by `cargo xtask gen`. Do not edit.\n\n{declarations}\n\n\
         /** Every command and query by name. */\nexport interface Contract {{\n{map}}}\n"
    )
}
