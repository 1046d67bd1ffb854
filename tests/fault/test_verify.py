"""Flip any bit of a case file: verify finds it and says what stands there. Also what else is wrong with a case: cut short, changed
with SQL, of another version, with entries of the log taken away; and sources that changed."""
import json
import os
import shutil
import sqlite3
import unittest

from bowline_cli import FAILURE, OK, ROOT, CliTest, start

PAGE = 8192
KINDS = ('header', 'schema', 'page', 'index', 'freelist', 'table', 'log', 'digests', 'decisions', 'file', 'source')


class Verify(CliTest):
    def setUp(self):
        super().setUp()
        shutil.copytree(ROOT / 'tests/data/tiny', self.folder / 'tiny')
        self.bowline('run', 'tiny/datapackage.json', '-o', 'whole.bowline', '-q', '--unsealed')
        self.bowline('decide', 'whole.bowline', 'same', 'ads/A-1', 'ads/A-2', '--because', 'one voice')
        self.whole = (self.folder / 'whole.bowline').read_bytes()

    def verify(self, name, expect):
        done = start('verify', name, '--json', cwd=self.folder)
        out, err = done.communicate(timeout=60)
        self.assertEqual(done.returncode, expect, (name, out, err))
        return json.loads(out) if out else err

    def damaged(self, data):
        (self.folder / 'd.bowline').write_bytes(data)
        shutil.copy(self.folder / 'whole.bowline.log-key', self.folder / 'd.bowline.log-key')
        return 'd.bowline'

    def pages(self):
        """Page numbers by table or index, as SQLite itself has them."""
        with sqlite3.connect(self.folder / 'whole.bowline') as case:
            tables = dict(case.execute('SELECT name, tbl_name FROM sqlite_schema'))
            return {page: tables.get(name, name) for page, name in case.execute('SELECT pageno, name FROM dbstat')}

    def test_a_whole_case_has_no_fault(self):
        found = self.verify('whole.bowline', OK)
        self.assertEqual(found['faults'], 0)
        self.assertEqual(found['findings'], [])
        self.assertEqual(found['checked']['pages'], len(self.whole) // PAGE)

    def test_a_flip_on_any_page_is_found_and_named(self):
        owners = self.pages()
        for number in range(len(self.whole) // PAGE):
            # Both ends of the page, and a place and a bit that differ from page to page.
            for offset, bit in ((0, 0), (PAGE - 1, 7), (number * 2731 % PAGE, number % 8), (4000 + number % 3000, 3)):
                data = bytearray(self.whole)
                data[number * PAGE + offset] ^= 1 << bit
                found = self.verify(self.damaged(data), FAILURE)
                where = f'page {number + 1}, byte {offset}, bit {bit}: {found}'
                self.assertIsInstance(found, dict, where)
                self.assertGreater(found['faults'], 0, where)
                named = [f for f in found['findings'] if f.get('page') == number + 1 and f['fault']]
                self.assertTrue(named, where)
                self.assertTrue(all(f['part'] in KINDS for f in found['findings']), where)
                owner = owners.get(number + 1)
                if owner and number > 0 and owner != 'sqlite_schema':
                    self.assertIn(owner, named[0].get('table', ''), where)

    def test_a_flip_in_a_row_names_the_row(self):
        with sqlite3.connect(self.folder / 'whole.bowline') as case:
            rows = case.execute('SELECT record, source FROM record ORDER BY record').fetchall()
        named = 0
        for record, source in rows:
            text = source.encode() if isinstance(source, str) else source
            at = self.whole.find(text)
            if at < 0 or self.whole.count(text) > 1:
                continue
            data = bytearray(self.whole)
            data[at + len(text) // 2] ^= 1
            found = self.verify(self.damaged(data), FAILURE)
            changed = [f for f in found['findings'] if f['part'] == 'table' and f.get('table') == 'record']
            self.assertEqual([f['row'] for f in changed], [record], found)
            named += 1
        self.assertGreater(named, 10)

    def change(self, sql):
        """Changes the case with SQL, as anyone can who has the file."""
        self.damaged(self.whole)
        with sqlite3.connect(self.folder / 'd.bowline') as case:
            case.executescript(sql)
        case.close()
        return self.verify('d.bowline', FAILURE)

    def test_rows_changed_with_sql_are_named(self):
        for table, sql in (('record', 'UPDATE record SET line = line + 1 WHERE record = 7'),
                           ('link', 'UPDATE link SET bits = bits + 1 WHERE link = 3'),
                           ('entity_member', 'DELETE FROM entity_member WHERE record = 1')):
            found = self.change(sql)
            self.assertIn(table, [f.get('table') for f in found['findings'] if f['part'] == 'table'], found)

    def test_a_changed_decision_is_found(self):
        for sql in ('UPDATE decision SET what = "not-same"', 'DELETE FROM decision'):
            found = self.change(sql.replace('"', "'"))
            self.assertIn('decisions', [f['part'] for f in found['findings']], found)

    def test_a_changed_log_is_found(self):
        for row, sql in ((2, 'DELETE FROM audit WHERE entry = 2'),
                         (3, 'DELETE FROM audit WHERE entry = 3'),
                         (1, "UPDATE audit SET command = 'other' WHERE entry = 1"),
                         (2, "UPDATE audit_note SET text = 'other' WHERE entry = 2 AND part = 'actor'"),
                         (1, 'DELETE FROM audit_node WHERE level = 0 AND position = 0'),
                         (3, "UPDATE audit SET signature = zeroblob(64) WHERE entry = 3")):
            found = self.change(sql)
            self.assertIn(row, [f.get('row') for f in found['findings'] if f['part'] == 'log'], (sql, found))

    def test_texts_that_were_taken_away_leave_the_log_whole(self):
        self.damaged(self.whole)
        with sqlite3.connect(self.folder / 'd.bowline') as case:
            case.execute('DELETE FROM audit_note WHERE entry = 1')
        case.close()
        found = self.verify('d.bowline', FAILURE)
        self.assertFalse([f for f in found['findings'] if f['part'] == 'log'], found)

    def test_digests_that_were_made_to_fit_are_found(self):
        found = self.change("UPDATE table_digest SET digest = zeroblob(32) WHERE table_name = 'link'")
        self.assertIn('digests', [f['part'] for f in found['findings']], found)

    def test_a_case_cut_short_or_added_to(self):
        for data in (self.whole[:PAGE * 3], self.whole[:-1], self.whole[:-PAGE], self.whole + b'x', self.whole[:1000]):
            found = self.verify(self.damaged(data), FAILURE)
            self.assertTrue(found['findings'] if isinstance(found, dict) else found)

    def test_another_version_is_said(self):
        with sqlite3.connect(self.folder / 'whole.bowline') as case:
            version = case.execute('PRAGMA user_version').fetchone()[0]
        for other, word in ((version - 1, 'older'), (version + 1, 'newer')):
            found = self.change(f'PRAGMA user_version = {other}')
            self.assertIn(word, found['findings'][0]['text'])

    def test_a_changed_source_is_said(self):
        source = self.folder / 'tiny/ads.csv'
        source.write_bytes(source.read_bytes() + b'\n')
        found = self.verify('whole.bowline', FAILURE)
        self.assertEqual([f['part'] for f in found['findings']], ['source'])
        source.unlink()
        found = self.verify('whole.bowline', OK)
        self.assertFalse(found['findings'][0]['fault'])
        shutil.move(self.folder / 'tiny', self.folder / 'elsewhere')
        shutil.copy(ROOT / 'tests/data/tiny/ads.csv', self.folder / 'elsewhere')
        done = start('verify', 'whole.bowline', '--package', 'elsewhere/datapackage.json', cwd=self.folder)
        self.assertEqual(done.communicate(timeout=60)[0].count('note'), 0)
        self.assertEqual(done.returncode, OK)

    def test_a_run_that_was_stopped_before_its_end_is_ended(self):
        with sqlite3.connect(self.folder / 'whole.bowline') as case:
            case.execute('DELETE FROM table_digest')
        case.close()
        found = self.verify('whole.bowline', FAILURE)
        self.assertIn('digests', [f['part'] for f in found['findings']])
        self.bowline('run', 'tiny/datapackage.json', '-o', 'whole.bowline', '-q')
        # SQLite wrote pages without a checksum; those that the run did not write again stay so.
        done = start('verify', 'whole.bowline', '--json', cwd=self.folder)
        found = json.loads(done.communicate(timeout=60)[0])
        self.assertNotIn('digests', [f['part'] for f in found['findings']])

    def test_a_sealed_case_with_its_key_and_without(self):
        self.bowline('run', 'tiny/datapackage.json', '-o', 's.bowline', '-q')
        self.bowline('decide', 's.bowline', 'same', 'ads/A-1', 'ads/A-2', '--because', 'one voice')
        self.assertEqual(self.verify('s.bowline', OK)['findings'], [])
        log = json.loads(self.bowline('log', 's.bowline', '--json').stdout)
        self.assertTrue(all(entry['signed'] for entry in log['entries']))
        os.rename(self.folder / 's.bowline.key', self.folder / 'away')
        found = self.verify('s.bowline', OK)
        self.assertIn('without its key', found['findings'][0]['text'])
        data = bytearray((self.folder / 's.bowline').read_bytes())
        data[20 * PAGE + 77] ^= 1
        (self.folder / 's.bowline').write_bytes(data)
        found = self.verify('s.bowline', FAILURE)
        self.assertIn(21, [f.get('page') for f in found['findings']])

    def test_no_case(self):
        self.assertIn('nothing.bowline', self.verify('nothing.bowline', FAILURE))
        os.mkdir(self.folder / 'folder.bowline')
        self.assertIn('folder', str(self.verify('folder.bowline', FAILURE)))


if __name__ == '__main__':
    unittest.main()
