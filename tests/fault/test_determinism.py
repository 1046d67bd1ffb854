"""Same input, same options: same bytes, whatever the number of threads, and however often. But for the log, which holds when
things were done, by whom, and salts: its tables, and its head in the report."""
import hashlib
import re
import shutil
import sqlite3
import unittest

from bowline_cli import CliTest, digests


class Determinism(CliTest):
    def results(self, name, *options):
        """Digests of the case file, the exports and the report of a run."""
        self.bowline('run', 'data/datapackage.json', '-o', f'{name}.bowline', *options)
        out = self.folder / f'out-{name}'
        self.bowline('export', f'{name}.bowline', '--format', 'csv', '-o', out.name)
        self.bowline('report', f'{name}.bowline', '-o', f'{out.name}/report.html')
        page = (out / 'report.html').read_text()
        (out / 'report.html').write_text(re.sub(r'Log: .*', '', page))
        return dict(digests(out), **self.tables(f'{name}.bowline'))

    def tables(self, name):
        """A digest of each table of the case file, but those of the log."""
        found = {}
        with sqlite3.connect(f'file:{self.folder / name}?mode=ro', uri=True) as case:
            names = [row[0] for row in case.execute('SELECT name FROM sqlite_schema WHERE type = "table"')]
            for table in names:
                if table.startswith('audit') or table == 'search':
                    continue
                digest = hashlib.sha256()
                for row in case.execute(f'SELECT * FROM "{table}"'):
                    if row[0] not in ('log_key', 'case_info'):  # the key of the log, and the digest of its table
                        digest.update(repr(row).encode())
                found[f'table {table}'] = digest.hexdigest()
        return found

    def test_threads_and_repetition_change_no_byte(self):
        self.simulate('data', ads=2000, rings=4)
        first = self.results('a', '--threads', 1)
        self.assertIn('records.csv', first)
        self.assertIn('table link', first)
        # The report and the case may name the case file, so every run uses one name.
        for options in (('--threads', 2), ('--threads', 1), ('--threads', 7), ()):
            (self.folder / 'a.bowline').unlink()
            shutil.rmtree(self.folder / 'out-a')
            again = self.results('a', *options)
            self.assertEqual(first, again, f'run {options} differs in {[n for n in first if first[n] != again.get(n)]}')

    def test_a_run_over_a_finished_case_changes_no_byte(self):
        self.simulate('data')
        first = self.results('a')
        shutil.rmtree(self.folder / 'out-a')
        self.assertEqual(first, self.results('a'))

    def test_simulation_gives_the_same_bytes_for_the_same_seed_only(self):
        for name, seed in (('one', 1), ('two', 1), ('three', 2)):
            self.simulate(name, seed=seed)
        self.assertEqual(digests(self.folder / 'one'), digests(self.folder / 'two'))
        self.assertNotEqual(digests(self.folder / 'one'), digests(self.folder / 'three'))


if __name__ == '__main__':
    unittest.main()
