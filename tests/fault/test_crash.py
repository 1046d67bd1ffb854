"""kill -9 at many moments of a run: the case file is then absent, or it opens; a further run completes it, no fact is lost,
and its export is that of a run that nobody disturbed."""
import os
import random
import shutil
import signal
import sqlite3
import time
import unittest

from bowline_cli import OK, CliTest, digests, run, start

MOMENTS = int(os.environ.get('BOWLINE_CRASHES', '30'))
FACTS = ('resource', 'field', 'record', 'reject', 'decision')


class Crash(CliTest):
    def setUp(self):
        super().setUp()
        self.simulate('data', ads=4000, rings=4)
        began = time.monotonic()
        self.bowline('run', 'data/datapackage.json', '-o', 'calm.bowline')
        self.duration = time.monotonic() - began
        self.calm = self.export('calm.bowline')
        self.calm_facts = self.facts('calm.bowline')
        self.assertGreaterEqual(self.calm_facts['record'], 4000)

    def export(self, case):
        shutil.rmtree(self.folder / 'out', ignore_errors=True)
        self.bowline('export', case, '--format', 'csv', '-o', 'out')
        return digests(self.folder / 'out')

    def facts(self, case):
        """Rows of each table of facts, read without Bowline."""
        with sqlite3.connect(self.folder / case) as base:
            self.assertEqual(base.execute('PRAGMA integrity_check').fetchone(), ('ok',))
            return {table: base.execute(f'SELECT count(*) FROM {table}').fetchone()[0] for table in FACTS}

    def kill_after(self, seconds, case):
        """Whether the run was still going when it was killed."""
        with start('run', 'data/datapackage.json', '-o', case, cwd=self.folder) as process:
            time.sleep(seconds)
            process.send_signal(signal.SIGKILL)
            process.communicate()
        return process.returncode == -signal.SIGKILL

    def remove(self, case):
        for path in self.folder.glob(f'{case}*'):
            path.unlink()

    def check_continues(self, case, moment):
        """An interrupted case file opens, continues, and ends as the calm one."""
        if (self.folder / case).exists():
            opened = run('stages', case, cwd=self.folder)
            self.assertEqual(opened.returncode, OK, f'killed after {moment:.3f} s, it does not open: {opened.stderr}')
            before = self.facts(case)
            for table, rows in before.items():
                self.assertIn(rows, (0, self.calm_facts[table]), f'killed after {moment:.3f} s, {table} is half there')
        self.bowline('run', 'data/datapackage.json', '-o', case)
        self.assertEqual(self.facts(case), self.calm_facts)
        self.assertEqual(self.export(case), self.calm, f'killed after {moment:.3f} s, the export differs')

    def test_killed_at_many_moments(self):
        chance = random.Random(1)
        killed = 0
        for number in range(MOMENTS):
            # Evenly over the run, each a little off.
            moment = self.duration * (number + chance.random()) / MOMENTS
            self.remove('hit.bowline')
            killed += self.kill_after(moment, 'hit.bowline')
            self.check_continues('hit.bowline', moment)
        self.assertGreater(killed, MOMENTS // 3, 'too few runs were still going when they were killed')

    def test_killed_again_and_again_on_one_file(self):
        """Kill after kill, later and later, on the same file: what was committed is not lost."""
        had = dict.fromkeys(FACTS, 0)
        for number in range(10):
            self.kill_after(self.duration * (number + 1) / 12, 'hit.bowline')
            if not (self.folder / 'hit.bowline').exists():
                continue
            now = self.facts('hit.bowline') if run('stages', 'hit.bowline', cwd=self.folder).returncode == OK else None
            self.assertIsNotNone(now, 'the case file does not open')
            for table in FACTS:
                self.assertGreaterEqual(now[table], had[table], f'{table} lost rows')
            had = now
        self.check_continues('hit.bowline', self.duration)


if __name__ == '__main__':
    unittest.main()
