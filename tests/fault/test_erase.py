"""What is erased is gone from every byte of the case, stays gone, and takes nothing else with it: also when the erasing is killed,
when the disk is full, and when the sources are not there any more."""
import csv
import json
import re
import resource
import shutil
import signal
import time
import unittest

from bowline_cli import OK, USAGE, CliTest, digests, run, start, write_package

SECRET = ('+32470998877', 'solitary@quirkmail.test', 'Quixotic zephyr whirlpool', 'Jacqueline Wolfeschlegel')
COLUMNS = {'id': 'id', 'posted': 'time', 'text': 'text', 'phone': 'phone', 'email': 'email', 'name': 'advertised.name'}


def words(row):
    """What stands in a row and can be told from other rows: cells, and words as the index of words holds them."""
    cells = [cell for cell in row.values() if len(cell) >= 6]
    return cells + [word.lower() for cell in cells for word in re.findall(r'\w{6,}', cell)]


class Erase(CliTest):
    def setUp(self):
        super().setUp()
        self.rows = [{'id': f'A-{n}', 'posted': f'2024-0{1 + n % 6}-1{n % 9}', 'phone': f'+3247012{n // 4:04}', 'email': '',
                      'text': f'Relaxing massage in Ghent with {"Anna" if n % 2 else "Mia"}, call {n // 4}, sunny days and number {n}',
                      'name': ''} for n in range(60)]
        self.rows[7] = {'id': 'A-7', 'posted': '2019-02-03', 'phone': SECRET[0], 'email': SECRET[1],
                        'text': SECRET[2] + ' massage in Ghent', 'name': SECRET[3]}
        (self.folder / 'src').mkdir()
        self.write_rows()
        write_package(self.folder / 'src', [('ads.csv', 'ad', COLUMNS, {})])
        self.bowline('run', 'src/datapackage.json', '-o', 'a.bowline', '-q', '--unsealed')

    def write_rows(self):
        with open(self.folder / 'src/ads.csv', 'w', encoding='utf-8', newline='') as file:
            writer = csv.DictWriter(file, list(COLUMNS))
            writer.writeheader()
            writer.writerows(self.rows)

    def bytes_of_case(self, name='a.bowline'):
        return b''.join(path.read_bytes() for path in sorted(self.folder.glob(f'{name}*')))

    def telling(self):
        """What stands in row 7 alone."""
        others = ' '.join(' '.join(row.values()) for row in self.rows if row['id'] != 'A-7').lower()
        return [text for text in words(self.rows[7]) if text.lower() not in others]

    def check_gone(self, name='a.bowline'):
        held = self.bytes_of_case(name)
        lower = held.lower()
        for text in self.telling():
            self.assertFalse(text.encode() in held or text.lower().encode() in lower, f'{text} is still there')

    def export(self, name='a.bowline'):
        self.bowline('export', name, '-o', 'out')
        found = digests(self.folder / 'out')
        shutil.rmtree(self.folder / 'out')
        return found

    def erase(self, *arguments, **options):
        return self.bowline('erase', 'a.bowline', *arguments, '-q', **options)

    def test_not_a_byte_of_it_is_left(self):
        self.assertGreater(len(self.telling()), 6)
        held = self.bytes_of_case()
        for text in (SECRET[0], SECRET[1], SECRET[3]):
            self.assertTrue(text.encode() in held, text)
        self.erase('--record', 'ads/A-7', '--reason', 'request 12')
        self.check_gone()
        self.bowline('show', 'a.bowline', 'record', 'ads/A-8')
        self.refuses('show', 'a.bowline', 'record', 'ads/A-7', says=['no record'])
        self.bowline('verify', 'a.bowline')

    def test_the_rest_is_what_it_is_without_it(self):
        """As a case that never held the row; but for where rows stand in the source, which is as it was."""
        self.erase('--record', 'A-7', '--reason', 'request 12')
        with_hole = self.export_rows('a.bowline')
        self.rows.pop(7)
        self.write_rows()
        self.bowline('run', 'src/datapackage.json', '-o', 'b.bowline', '-q', '--unsealed')
        self.assertEqual(with_hole, self.export_rows('b.bowline'))

    def export_rows(self, name):
        self.bowline('export', name, '-o', 'out')
        found = {}
        for path in (self.folder / 'out').iterdir():
            with open(path, encoding='utf-8', newline='') as file:
                found[path.name] = [{k: v for k, v in row.items() if k not in ('line', 'byte')} for row in csv.DictReader(file)]
        shutil.rmtree(self.folder / 'out')
        return found

    def test_it_stays_away(self):
        self.erase('--record', 'ads/A-7', '--reason', 'request 12')
        before = self.export()
        self.bowline('run', 'src/datapackage.json', '-o', 'a.bowline', '-q')
        self.assertEqual(self.export(), before)
        with open(self.folder / 'src/ads.csv', 'a', encoding='utf-8') as file:
            file.write('\n')
        self.bowline('run', 'src/datapackage.json', '-o', 'a.bowline', '-q')
        self.assertEqual(self.export(), before)
        self.check_gone()
        self.assertIn('1 left out as erased', self.bowline('stages', 'a.bowline', '--json').stdout)

    def test_rows_without_an_id_are_known_by_their_text(self):
        columns = {name: role for name, role in COLUMNS.items() if name != 'id'}
        with open(self.folder / 'src/ads.csv', 'w', encoding='utf-8', newline='') as file:
            writer = csv.DictWriter(file, list(columns), extrasaction='ignore')
            writer.writeheader()
            writer.writerows(self.rows + [self.rows[7]])
        write_package(self.folder / 'src', [('ads.csv', 'ad', columns, {})])
        self.bowline('run', 'src/datapackage.json', '-o', 'b.bowline', '-q', '--unsealed')
        found = json.loads(self.bowline('erase', 'b.bowline', '--record', 'ads/9', '--reason', 'x', '-q', '--json').stdout)
        self.assertEqual(found['records'], 2, 'both rows with the same text go')
        self.check_gone('b.bowline')
        lines = (self.folder / 'src/ads.csv').read_text().splitlines(keepends=True)
        (self.folder / 'src/ads.csv').write_text(''.join([lines[0], lines[8]] + lines[1:8] + lines[9:]))
        self.bowline('run', 'src/datapackage.json', '-o', 'b.bowline', '-q', '--unsealed')
        self.check_gone('b.bowline')

    def test_sources_need_not_be_there(self):
        shutil.rmtree(self.folder / 'src')
        self.erase('--record', 'ads/A-7', '--reason', 'request 12')
        self.check_gone()

    def test_in_a_sealed_case_too(self):
        self.bowline('run', 'src/datapackage.json', '-o', 's.bowline', '-q')
        self.bowline('decide', 's.bowline', 'not-same', 'ads/A-9', 'ads/A-20', '--because', f'not {SECRET[0]}')
        self.bowline('erase', 's.bowline', '--record', 'ads/A-7', '--reason', 'request 12', '-q')
        self.refuses('show', 's.bowline', 'record', 'ads/A-7', says=['no record'])
        self.bowline('show', 's.bowline', 'record', 'ads/A-8')
        self.assertIn('(erased)', self.bowline('decide', 's.bowline', 'list').stdout)
        self.assertIn('massage', self.bowline('search', 's.bowline', 'massage').stdout)
        self.bowline('verify', 's.bowline')
        self.bowline('run', 'src/datapackage.json', '-o', 's.bowline', '-q')
        self.bowline('rerun', 's.bowline', '-q')
        self.erase('--record', 'ads/A-7', '--reason', 'request 12')
        self.bowline('run', 'src/datapackage.json', '-o', 'a.bowline', '-q')
        self.bowline('decide', 'a.bowline', 'not-same', 'ads/A-9', 'ads/A-20', '--because', 'two')
        self.bowline('run', 'src/datapackage.json', '-o', 'a.bowline', '-q')
        sealed = self.export('s.bowline')
        plain = self.export()
        plain.pop('UNSEALED.txt')
        self.assertEqual(sealed, plain, [name for name in plain if plain[name] != sealed.get(name)])

    def test_what_is_older_goes(self):
        found = json.loads(self.erase('--older-than', '2020-01-01', '--reason', 'retention', '--json').stdout)
        self.assertEqual((found['records'], found['without_time']), (1, 0))
        self.check_gone()
        found = json.loads(self.erase('--older-than', '2020-01-01', '--reason', 'retention', '--json').stdout)
        self.assertEqual(found['records'], 0)

    def test_decisions_and_the_log_are_muted(self):
        self.bowline('decide', 'a.bowline', 'same', 'ads/A-7', 'ads/A-8', '--because', 'one voice')
        self.bowline('decide', 'a.bowline', 'not-same', 'ads/A-9', 'ads/A-20', '--because', f'not {SECRET[0]}')
        self.bowline('decide', 'a.bowline', 'exclusive', SECRET[0], '--because', 'own')
        self.bowline('show', 'a.bowline', 'record', 'ads/A-7', '--purpose', f'looking for {SECRET[3]}')
        self.bowline('search', 'a.bowline', 'zephyr')
        self.bowline('run', 'src/datapackage.json', '-o', 'a.bowline', '-q')
        before = json.loads(self.bowline('log', 'a.bowline', '--json').stdout)
        self.assertIn('record ads/A-7', [entry['object'] for entry in before['entries']])
        found = json.loads(self.erase('--record', 'ads/A-7', '--reason', 'request 12', '--json').stdout)
        self.assertEqual(found['decisions'], 2)
        self.check_gone()
        self.assertFalse(b'ads/A-7' in self.bytes_of_case())
        after = json.loads(self.bowline('log', 'a.bowline', '--json').stdout)
        self.assertEqual([entry['time'] for entry in after['entries'][:len(before['entries'])]],
                         [entry['time'] for entry in before['entries']])
        muted = [entry for entry in after['entries'] if entry['command'] == 'show'][0]
        self.assertIsNone(muted['object'])
        self.assertIsNone(muted['purpose'])
        self.bowline('verify', 'a.bowline')

    def test_another_row_with_its_id_stays_away_too(self):
        with open(self.folder / 'src/ads.csv', 'a', encoding='utf-8', newline='') as file:
            csv.DictWriter(file, list(COLUMNS)).writerow(self.rows[7])
        self.bowline('run', 'src/datapackage.json', '-o', 'a.bowline', '-q')
        self.assertIn('A-7 stands already', self.bowline('show', 'a.bowline').stdout.replace('\n', ' '))
        self.erase('--record', 'ads/A-7', '--reason', 'request 12')
        self.assertFalse(b'A-7 stands' in self.bytes_of_case())
        self.bowline('verify', 'a.bowline')
        (self.folder / 'src/ads.csv').write_bytes((self.folder / 'src/ads.csv').read_bytes() + b'\n')
        self.bowline('run', 'src/datapackage.json', '-o', 'a.bowline', '-q')
        self.check_gone()

    def calm(self):
        """The export after an erasure that nothing disturbs."""
        shutil.copy(self.folder / 'a.bowline', self.folder / 'calm.bowline')
        begin = time.monotonic()
        self.bowline('erase', 'calm.bowline', '--record', 'ads/A-7', '--reason', 'request 12', '-q')
        return self.export('calm.bowline'), time.monotonic() - begin

    def test_killed_at_many_moments(self):
        calm, duration = self.calm()
        before = self.export()
        whole = (self.folder / 'a.bowline').read_bytes()
        seen = set()
        for step in range(14):
            for path in self.folder.glob('a.bowline-*'):
                path.unlink()
            (self.folder / 'a.bowline').write_bytes(whole)
            child = start('erase', 'a.bowline', '--record', 'ads/A-7', '--reason', 'request 12', '-q', cwd=self.folder)
            time.sleep(duration * step / 12)
            child.kill()
            child.communicate()
            done = self.bowline('show', 'a.bowline')
            is_gone = start('show', 'a.bowline', 'record', 'ads/A-7', cwd=self.folder)
            is_gone.communicate()
            seen.add(is_gone.returncode)
            if is_gone.returncode == OK:
                self.assertEqual(self.export(), before, 'not begun, and something is lost')
                self.erase('--record', 'ads/A-7', '--reason', 'request 12')
            elif 'cut short' in done.stderr:
                self.erase()
            self.assertEqual(self.export(), calm, f'killed at step {step}')
            self.check_gone()
            self.assertNotIn('cut short', self.bowline('show', 'a.bowline').stderr)
            self.bowline('verify', 'a.bowline')
        self.assertEqual(len(seen), 2, 'no kill came before, or none after, the record went')

    def test_a_run_ends_what_was_cut_short(self):
        calm, duration = self.calm()
        whole = (self.folder / 'a.bowline').read_bytes()
        for step in range(40):
            (self.folder / 'a.bowline').write_bytes(whole)
            child = start('erase', 'a.bowline', '--record', 'ads/A-7', '--reason', 'request 12', '-q', cwd=self.folder)
            time.sleep(duration * step / 40)
            child.kill()
            child.communicate()
            if 'cut short' in self.bowline('show', 'a.bowline').stderr:
                break
        else:
            self.skipTest('no kill came between')
        self.bowline('run', 'src/datapackage.json', '-o', 'a.bowline', '-q')
        self.assertEqual(self.export(), calm)
        self.check_gone()

    def test_the_disk_is_full(self):
        calm, _ = self.calm()
        before = self.export()
        whole = (self.folder / 'a.bowline').read_bytes()
        said = set()
        for share in (0.02, 0.3, 0.6, 0.8, 0.9, 0.95, 0.99):
            for path in self.folder.glob('a.bowline-*'):
                path.unlink()
            (self.folder / 'a.bowline').write_bytes(whole)
            done = self.erase_within(int(len(whole) * share))
            if done.returncode == OK:
                said.add('done')
                continue
            if 'nothing was erased' in done.stderr:
                said.add('nothing')
                self.assertEqual(self.export(), before)
                self.erase('--record', 'ads/A-7', '--reason', 'request 12')
            else:
                said.add('rest')
                self.assertIn('bowline erase a.bowline', done.stderr)
                self.refuses('show', 'a.bowline', 'record', 'ads/A-7')
                self.erase()
            self.assertEqual(self.export(), calm)
            self.check_gone()
        self.assertIn('nothing', said)

    def erase_within(self, most):
        """The erasure where no file can grow beyond so many bytes."""
        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
        return run('erase', 'a.bowline', '--record', 'ads/A-7', '--reason', 'request 12', '-q', cwd=self.folder, preexec_fn=limit)

    def test_what_cannot_be(self):
        self.refuses('erase', 'a.bowline', '--record', 'ads/none', '--reason', 'x', says=['no record'])
        self.refuses('erase', 'a.bowline', '--record', 'ads/A-7', code=USAGE, says=['--reason'])
        self.refuses('erase', 'a.bowline', '--record', 'ads/A-7', '--older-than', '2020-01-01', '--reason', 'x', code=USAGE)
        self.refuses('erase', 'a.bowline', '--older-than', 'soon', '--reason', 'x', says=['date'])
        self.refuses('erase', 'a.bowline', says=['no erasure was cut short'])
        self.refuses('erase', 'nothing.bowline', '--record', 'ads/A-7', '--reason', 'x', says=['nothing.bowline'])
        self.assertFalse((self.folder / 'nothing.bowline').exists())


if __name__ == '__main__':
    unittest.main()
