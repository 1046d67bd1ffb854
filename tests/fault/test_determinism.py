"""Same input, same options: same bytes, whatever the number of threads, and however often."""
import shutil
import unittest

from bowline_cli import CliTest, digests


class Determinism(CliTest):
    def results(self, name, *options):
        """Digests of the case file, the exports and the report of a run."""
        self.bowline('run', 'data/datapackage.json', '-o', f'{name}.bowline', *options)
        out = self.folder / f'out-{name}'
        self.bowline('export', f'{name}.bowline', '--format', 'csv', '-o', out.name)
        self.bowline('report', f'{name}.bowline', '-o', f'{out.name}/report.html')
        shutil.copy(self.folder / f'{name}.bowline', out / 'case')
        return digests(out)

    def test_threads_and_repetition_change_no_byte(self):
        self.simulate('data', ads=2000, rings=4)
        first = self.results('a', '--threads', 1)
        self.assertIn('records.csv', first)
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
