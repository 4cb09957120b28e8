//! Rows and cells of delimited text, each row with the line of the file where it starts.
//!
//! Follows RFC 4180 and forgives what real files do: any line ends, mixed even; spaces before an opening quotation mark;
//! text after a closing one. Written here because a file cut off inside a quoted cell must be noticed and lines must be
//! counted whatever ends them; readers of the usual kind do neither.

/// Cells kept of one row. Those beyond are counted and not kept.
pub(super) const MAX_CELLS: usize = 4096;

/// A row, reused from one to the next.
#[derive(Debug, Default)]
pub(super) struct Row {
    /// The line where it starts, from 1.
    pub line: u64,
    /// The line where it ends.
    pub last_line: u64,
    /// Whether the file ended inside one of its quoted cells.
    pub unclosed: bool,
    /// The first cell that goes on after its closing quotation mark.
    pub stray_quote: Option<usize>,
    text: String,
    ends: Vec<usize>,
    count: usize,
}

impl Row {
    /// How many cells it has, those beyond [`MAX_CELLS`] included.
    pub fn len(&self) -> usize {
        self.count
    }

    /// How many bytes its cells have together.
    pub fn bytes(&self) -> usize {
        self.text.len()
    }

    /// A cell; empty where there is none.
    pub fn cell(&self, index: usize) -> &str {
        let Some(end) = self.ends.get(index) else { return "" };
        let start = if index == 0 { 0 } else { self.ends[index - 1] };
        &self.text[start..*end]
    }

    /// The cells that were kept.
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        (0..self.ends.len()).map(|index| self.cell(index))
    }

    fn start(&mut self, line: u64) {
        (self.line, self.last_line) = (line, line);
        (self.unclosed, self.stray_quote) = (false, None);
        self.text.clear();
        self.ends.clear();
        self.count = 0;
    }

    fn push(&mut self, text: &str) {
        if self.count < MAX_CELLS {
            self.text.push_str(text);
        }
    }

    fn end_cell(&mut self) {
        if self.count < MAX_CELLS {
            self.ends.push(self.text.len());
        }
        self.count += 1;
    }
}

/// A text being read row by row.
pub(super) struct Table<'a> {
    text: &'a str,
    delimiter: u8,
    at: usize,
    line: u64,
}

impl<'a> Table<'a> {
    /// Reads `text`, whose first line is line `line`. The delimiter is ASCII, and neither a quotation mark nor a line end.
    pub fn new(text: &'a str, delimiter: u8, line: u64) -> Self {
        Self { text, delimiter, at: 0, line }
    }

    /// How many bytes were read.
    pub fn at(&self) -> usize {
        self.at
    }

    /// Reads the next row that is not a blank line; false at the end.
    pub fn next(&mut self, row: &mut Row) -> bool {
        while self.line_end() {}
        row.start(self.line);
        if self.at == self.text.len() {
            return false;
        }
        loop {
            self.read_cell(row);
            row.end_cell();
            if self.peek() == Some(self.delimiter) {
                self.at += 1;
                continue;
            }
            row.last_line = self.line;
            self.line_end();
            return true;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Steps over one line end, whichever kind, if there is one here.
    fn line_end(&mut self) -> bool {
        let length = match self.text.as_bytes()[self.at..] {
            [b'\r', b'\n', ..] => 2,
            [b'\r' | b'\n', ..] => 1,
            _ => return false,
        };
        self.at += length;
        self.line += 1;
        true
    }

    /// Reads up to the delimiter, line end or end of text that ends the cell.
    fn read_cell(&mut self, row: &mut Row) {
        let rest = &self.text.as_bytes()[self.at..];
        let spaces = rest.iter().take_while(|byte| **byte == b' ').count();
        if rest.get(spaces) != Some(&b'"') {
            let plain = self.plain();
            row.push(plain);
            return;
        }
        self.at += spaces + 1;
        self.quoted(row);
        let tail = self.plain();
        if !tail.trim_matches(' ').is_empty() {
            row.stray_quote = row.stray_quote.or(Some(row.len()));
            row.push(tail);
        }
    }

    fn plain(&mut self) -> &'a str {
        let start = self.at;
        let bytes = &self.text.as_bytes()[start..];
        let ends = |byte: &u8| *byte == self.delimiter || *byte == b'\n' || *byte == b'\r';
        self.at += bytes.iter().position(ends).unwrap_or(bytes.len());
        &self.text[start..self.at]
    }

    /// Reads what is between quotation marks and steps over the closing one.
    fn quoted(&mut self, row: &mut Row) {
        let mut start = self.at;
        loop {
            match self.peek() {
                None => {
                    row.push(&self.text[start..]);
                    row.unclosed = true;
                    return;
                }
                Some(b'"') => {
                    row.push(&self.text[start..self.at]);
                    self.at += 1;
                    if self.peek() != Some(b'"') {
                        return;
                    }
                    // The second of a doubled mark stays as text.
                    start = self.at;
                    self.at += 1;
                }
                Some(b'\n' | b'\r') => {
                    self.line_end();
                }
                Some(_) => self.at += 1,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rows(text: &str, delimiter: u8) -> Vec<(u64, Vec<String>)> {
        let (mut table, mut row, mut all) = (Table::new(text, delimiter, 1), Row::default(), Vec::new());
        while table.next(&mut row) {
            all.push((row.line, row.cells().map(str::to_owned).collect()));
        }
        all
    }

    #[test]
    fn cells_and_lines() {
        for (text, expect) in [
            ("", vec![]),
            ("\n\r\n\r", vec![]),
            ("a,b", vec![(1, vec!["a", "b"])]),
            ("a,b\n", vec![(1, vec!["a", "b"])]),
            ("a,\n,b", vec![(1, vec!["a", ""]), (2, vec!["", "b"])]),
            ("a\rb\rc", vec![(1, vec!["a"]), (2, vec!["b"]), (3, vec!["c"])]),
            ("a\r\n\r\nb\nc", vec![(1, vec!["a"]), (3, vec!["b"]), (4, vec!["c"])]),
            ("\"x\r\ny\rz\n\",1\nb,2", vec![(1, vec!["x\r\ny\rz\n", "1"]), (5, vec!["b", "2"])]),
            ("\"say \"\"hi\"\"\",\"\"\n", vec![(1, vec!["say \"hi\"", ""])]),
            ("a,  \"b, c\"  ,d", vec![(1, vec!["a", "b, c", "d"])]),
            ("a \"b\" c,5\" pipe", vec![(1, vec!["a \"b\" c", "5\" pipe"])]),
            ("\"a\"b\"c,d", vec![(1, vec!["ab\"c", "d"])]),
            ("\"\"\n", vec![(1, vec![""])]),
            ("é,\"ü\"\n", vec![(1, vec!["é", "ü"])]),
        ] {
            let expect: Vec<(u64, Vec<String>)> =
                expect.into_iter().map(|(l, c)| (l, c.into_iter().map(str::to_owned).collect())).collect();
            assert_eq!(rows(text, b','), expect, "{text:?}");
        }
    }

    #[test]
    fn a_cell_that_is_never_closed_is_noticed() {
        let mut row = Row::default();
        let mut table = Table::new("a,b\n1,\"two\nthree", b',', 1);
        assert!(table.next(&mut row) && !row.unclosed);
        assert!(table.next(&mut row));
        assert_eq!((row.unclosed, row.line, row.last_line, row.cell(1)), (true, 2, 3, "two\nthree"));
        assert!(!table.next(&mut row));
    }

    #[test]
    fn a_row_of_a_million_cells_keeps_few_of_them() {
        let text = ",".repeat(1_000_000);
        let mut row = Row::default();
        assert!(Table::new(&text, b',', 1).next(&mut row));
        assert_eq!((row.len(), row.cells().count()), (1_000_001, MAX_CELLS));
    }

    proptest! {
        #[test]
        fn whatever_a_csv_writer_writes_reads_back(
            records in proptest::collection::vec(proptest::collection::vec("[a-z ,;\"\r\n\té😀|]{0,6}", 1..5), 0..12),
            delimiter in prop::sample::select(vec![b',', b';', b'\t', b'|']),
            ends in prop::sample::select(vec![csv::Terminator::CRLF, csv::Terminator::Any(b'\n'), csv::Terminator::Any(b'\r')]),
        ) {
            let mut writer =
                csv::WriterBuilder::new().delimiter(delimiter).terminator(ends).flexible(true).from_writer(Vec::new());
            for record in &records {
                writer.write_record(record).unwrap();
            }
            let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            let read: Vec<Vec<String>> = rows(&text, delimiter).into_iter().map(|(_, cells)| cells).collect();
            prop_assert_eq!(read, records);
        }

        #[test]
        fn lines_are_counted_as_they_are_in_the_file(text in "[ab,\"\r\n]{0,60}") {
            let all = rows(&text, b',');
            let lines = text.replace("\r\n", "\n").replace('\r', "\n").split('\n').count() as u64;
            prop_assert!(all.windows(2).all(|pair| pair[0].0 < pair[1].0));
            prop_assert!(all.last().is_none_or(|(line, _)| *line <= lines));
        }
    }
}
