"""A case that is computed again from its sources is the same, or it is said which stage differs, and why."""
import json
import shutil
import sqlite3

import unittest

from bowline_cli import FAILURE, OK, ROOT, CliTest


class Rerun(CliTest):
    def setUp(self):
        super().setUp()
        shutil.copytree(ROOT / 'tests/data/tiny', self.folder / 'tiny')
        self.bowline('run', 'tiny/datapackage.json', '-o', 'a.bowline', '-q', '--unsealed')

    def rerun(self, code=OK, *more):
        """The stages that differ, with why."""
        before = sorted(path.name for path in self.folder.iterdir())
        found = json.loads(self.bowline('rerun', 'a.bowline', '-q', '--json', *more, code=code).stdout)
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), before, 'it leaves nothing behind')
        self.assertEqual(found['same'], code == OK)
        self.assertEqual(found['same'], all(stage['same'] for stage in found['stages']))
        return {stage['stage']: stage for stage in found['stages'] if not stage['same']}

    def change(self, sql):
        with sqlite3.connect(self.folder / 'a.bowline') as case:
            case.execute(sql)
        case.close()

    def test_it_is_the_same(self):
        self.rerun()
        self.rerun(OK, '--threads', 1)

    def test_decisions_and_erasures_are_kept_to(self):
        self.bowline('decide', 'a.bowline', 'same', 'ads/A-1', 'ads/A-10', '--because', 'one voice')
        self.bowline('decide', 'a.bowline', 'generic', '+447700900111', '--because', 'a desk')
        self.assertIn('decisions', self.rerun(FAILURE)['link']['why'])
        self.bowline('run', 'tiny/datapackage.json', '-o', 'a.bowline', '-q')
        self.rerun()
        self.bowline('erase', 'a.bowline', '--record', 'ads/A-2', '--reason', 'request 12', '-q')
        self.rerun()

    def test_a_changed_conclusion_is_named(self):
        self.change('UPDATE link SET bits = bits + 1 WHERE link = 2')
        found = self.rerun(FAILURE)
        self.assertEqual(list(found), ['link'])
        self.assertEqual([(t['table'], t['row'], t['column']) for t in found['link']['tables']], [('link', 2, 'bits')])
        self.assertIn('verify', found['link']['why'])
        self.change("UPDATE stage_run SET version = 999 WHERE stage = 'link'")
        self.assertIn('version', self.rerun(FAILURE)['link']['why'])

    def test_a_lost_row_is_named(self):
        self.change('DELETE FROM entity_member WHERE record = 1')
        self.assertEqual(self.rerun(FAILURE)['entities']['tables'][0]['table'], 'entity_member')

    def test_changed_sources_and_options_are_the_reason(self):
        source = self.folder / 'tiny/ads.csv'
        kept = source.read_bytes()
        source.write_bytes(kept + b'\n')
        self.assertIn('source', self.rerun(FAILURE)['read']['why'])
        source.write_bytes(kept)
        package = self.folder / 'tiny/datapackage.json'
        held = json.loads(package.read_text())
        held['resources'][0]['schema']['fields'][-1].pop('bowline', None)
        package.write_text(json.dumps(held))
        self.assertIn('options', self.rerun(FAILURE)['read']['why'])

    def test_sources_that_moved_or_are_gone(self):
        shutil.move(self.folder / 'tiny', self.folder / 'there')
        self.refuses('rerun', 'a.bowline', '-q', says=['cannot be computed again', 'datapackage.json'])
        self.rerun(OK, '--package', 'there/datapackage.json')
        self.assertFalse(list(self.folder.glob('*.rerun*')))

    def test_a_sealed_case(self):
        self.bowline('run', 'tiny/datapackage.json', '-o', 's.bowline', '-q')
        self.bowline('decide', 's.bowline', 'same', 'ads/A-1', 'ads/A-10', '--because', 'one voice')
        self.bowline('run', 'tiny/datapackage.json', '-o', 's.bowline', '-q')
        self.bowline('rerun', 's.bowline', '-q')
        self.assertFalse(list(self.folder.glob('*.rerun*')))

    def test_no_case(self):
        self.refuses('rerun', 'nothing.bowline', says=['nothing.bowline'])


if __name__ == '__main__':
    unittest.main()
