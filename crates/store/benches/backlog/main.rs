//! The Product Backlog over the contract beside the same statements on bare SQLite with the same durability, at several
//! sizes. Prints medians, their ratio, and how each grew from the smallest size; says nothing about absolute speed,
//! which is the machine's.

#![allow(clippy::print_stdout, reason = "a benchmark answers on standard output")]

mod bare;
mod ours;
mod rows;

use std::collections::BTreeMap;
use std::error::Error;
use std::time::{Duration, Instant};

use bare::Bare;
use ours::Ours;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// Times each thing is done at each size; the median counts.
const TIMES: u32 = 25;
/// Rows that a screen asks for.
const WINDOW: u32 = 50;
/// Rows moved and changed at once.
const MANY: usize = 500;

fn main() -> Outcome<()> {
    let sizes: Vec<u32> = std::env::args().skip(1).filter_map(|arg| arg.parse().ok()).collect();
    println!("| rows | what | bare SQLite | Lineout | ratio | growth bare | growth |");
    println!("|---:|---|---:|---:|---:|---:|---:|");
    let mut first: BTreeMap<String, (Duration, Duration)> = BTreeMap::new();
    for rows in sizes {
        let mut tell = |what: &str, plain: Option<Duration>, full: Duration| {
            let (plain_first, full_first) =
                *first.entry(what.to_owned()).or_insert((plain.unwrap_or_default(), full));
            let growth = |now: Duration, then: Duration| now.as_secs_f64() / then.as_secs_f64();
            let beside = |figure: fn(Duration, Duration) -> f64, with: Duration| match plain {
                Some(plain) => format!("{:.2}", figure(plain, with)),
                None => "–".to_owned(),
            };
            println!(
                "| {rows} | {what} | {} | {full:.2?} | {} | {} | {:.2} |",
                plain.map_or("–".to_owned(), |plain| format!("{plain:.2?}")),
                beside(|plain, full| full.as_secs_f64() / plain.as_secs_f64(), full),
                beside(|now, then| now.as_secs_f64() / then.as_secs_f64(), plain_first),
                growth(full, full_first),
            );
        };
        measure(rows, &mut tell)?;
    }
    Ok(())
}

fn measure(rows: u32, tell: &mut impl FnMut(&str, Option<Duration>, Duration)) -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    let begun = Instant::now();
    let mut bare = Bare::fill(&folder.path().join("bare.db"), rows)?;
    let plain = begun.elapsed();
    let csv = rows::csv(rows);
    let begun = Instant::now();
    let mut ours = Ours::import(&folder.path().join("ours.lineout"), &csv)?;
    let full = begun.elapsed();
    // Of an import the time a row takes is what may grow.
    tell("import, a row of it", Some(plain / rows), full / rows);

    let middle = rows / 2;
    let mut pair = |what: &str,
                    plain: &mut dyn FnMut(&mut Bare, u32) -> Outcome<()>,
                    full: &mut dyn FnMut(&mut Ours, u32) -> Outcome<()>|
     -> Outcome<()> {
        let (mut plain_times, mut full_times) = (Vec::new(), Vec::new());
        for n in 0..TIMES {
            let begun = Instant::now();
            plain(&mut bare, n)?;
            plain_times.push(begun.elapsed());
            let begun = Instant::now();
            full(&mut ours, n)?;
            full_times.push(begun.elapsed());
        }
        tell(what, Some(median(plain_times)), median(full_times));
        Ok(())
    };
    pair(
        "open the file and its first window",
        &mut |bare, _| {
            bare.reopen()?;
            bare.window(0, WINDOW)
        },
        &mut |ours, _| {
            ours.reopen()?;
            ours.window(0, WINDOW)
        },
    )?;
    pair("first window", &mut |bare, _| bare.window(0, WINDOW), &mut |ours, _| ours.window(0, WINDOW))?;
    pair("window in the middle", &mut |bare, n| bare.window(middle + n, WINDOW), &mut |ours, n| {
        ours.window(middle + n, WINDOW)
    })?;
    pair("move the first to the end", &mut |bare, _| bare.move_first_to_end(), &mut |ours, _| {
        ours.move_first_to_end()
    })?;
    pair("move the first to the middle", &mut |bare, n| bare.move_first_to(middle + n), &mut |ours, n| {
        ours.move_first_to(middle + n)
    })?;
    pair(
        "move 500 from the top to the middle",
        &mut |bare, _| bare.move_many(MANY, middle),
        &mut |ours, _| ours.move_many(MANY, middle),
    )?;
    pair("undo that", &mut |bare, _| bare.move_many(MANY, middle), &mut |ours, _| ours.turn())?;
    pair("change the value of 500", &mut |bare, n| bare.value_many(MANY, n), &mut |ours, n| {
        ours.value_many(MANY, n)
    })?;
    pair("change a title", &mut |bare, n| bare.rename(n * 37 % rows, n), &mut |ours, n| {
        ours.rename(n * 37 % rows, n)
    })?;
    pair("create an item", &mut |bare, n| bare.create(rows + n), &mut |ours, n| ours.create(n))?;
    pair("search a rare word", &mut |bare, _| bare.search("zeppelin"), &mut |ours, _| {
        ours.search("zeppelin")
    })?;
    pair(
        "search a word that one in a hundred holds",
        &mut |bare, _| bare.search("hundredth"),
        &mut |ours, _| ours.search("hundredth"),
    )?;
    pair("search a word that half hold", &mut |bare, _| bare.search("refund"), &mut |ours, _| {
        ours.search("refund")
    })?;
    pair("search half a common word", &mut |bare, _| bare.search("refu"), &mut |ours, _| {
        ours.search("refu")
    })?;
    pair("open an item", &mut |bare, n| bare.item(n), &mut |ours, n| ours.item(n))?;
    let only = |what: &str,
                ours: &mut Ours,
                work: &mut dyn FnMut(&mut Ours, u32) -> Outcome<()>|
     -> Outcome<(String, Duration)> {
        let mut times = Vec::new();
        for n in 0..TIMES {
            let begun = Instant::now();
            work(ours, n)?;
            times.push(begun.elapsed());
        }
        Ok((what.to_owned(), median(times)))
    };
    for (what, time) in [
        only("choose by epic and label, first window", &mut ours, &mut |ours, n| ours.filtered(n, 0))?,
        only("the same list again, in the middle", &mut ours, &mut |ours, n| ours.filtered(0, 10 + n))?,
        only("sort by value, first window", &mut ours, &mut |ours, n| ours.sorted(n, 0))?,
        only("the same order again, in the middle", &mut ours, &mut |ours, n| ours.sorted(0, middle + n))?,
        only("name 10,000 for selecting", &mut ours, &mut |ours, _| ours.ids())?,
    ] {
        tell(&what, None, time);
    }
    let begun = Instant::now();
    ours.check()?;
    tell("doctor, a row of it", None, begun.elapsed() / rows);
    Ok(())
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}
