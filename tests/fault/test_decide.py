"""What people decided holds: in every entity, over new runs and changed sources, whatever the order of rows and the number of
threads; it is never half written, and withdrawing it gives back what was."""
import csv
import json
import random
import shutil
import signal
import sqlite3
import time
import unittest

from bowline_cli import OK, CliTest, digests, read_csv, run, start, write_package

KILLS = 25


class Decide(CliTest):
    def case(self, ads=1500, rings=3):
        self.simulate('data', ads=ads, rings=rings)
        self.run_case()
        return 'case.bowline'

    def run_case(self, case='case.bowline', package='data/datapackage.json', *more):
        return json.loads(self.bowline('run', package, '-o', case, '--unsealed', '--json', *more).stdout)

    def decide(self, *words, case='case.bowline', **options):
        return self.bowline('decide', case, *words, '--because', 'a test', **options)

    def export(self, case='case.bowline'):
        shutil.rmtree(self.folder / 'out', ignore_errors=True)
        self.bowline('export', case, '--format', 'csv', '-o', 'out')
        return digests(self.folder / 'out')

    def entities(self, case='case.bowline', resource='ads'):
        """Ads by name, with the entity of each; '' for one that stands alone."""
        self.export(case)
        return {f"{row['resource']}/{row['id']}": row['entity'] for row in read_csv(self.folder / 'out/records.csv')
                if row['resource'] == resource}

    def states(self, case='case.bowline'):
        listed = json.loads(self.bowline('decide', case, 'list', '--json').stdout)['decisions']
        return [row['state'] for row in listed]

    def members(self, entities):
        groups = {}
        for name, entity in entities.items():
            if entity:
                groups.setdefault(entity, []).append(name)
        return [sorted(names) for _, names in sorted(groups.items(), key=lambda each: int(each[0])) if len(names) > 3]

    def random_decisions(self, entities):
        """Pairs torn out of groups, and pairs of different groups put together, that do not contradict each other."""
        chance = random.Random(3)
        groups = self.members(entities)
        self.assertGreater(len(groups), 12)
        picked = chance.sample(groups, 12)
        apart = [tuple(chance.sample(group, 2)) for group in picked[:6]]
        together = [(chance.choice(picked[n]), chance.choice(picked[n + 1])) for n in range(6, 11)]
        return apart, together

    def check_kept(self, entities, apart, together):
        for a, b in apart:
            self.assertFalse(entities[a] and entities[a] == entities[b], f'{a} and {b} are in one entity')
        for a, b in together:
            self.assertTrue(entities[a] and entities[a] == entities[b], f'{a} and {b} are not in one entity')

    def make_random(self):
        apart, together = self.random_decisions(self.entities())
        for a, b in apart:
            self.decide('not-same', a, b)
        for a, b in together:
            self.decide('same', a, b)
        return apart, together

    def test_decisions_outrank_scores(self):
        self.case()
        before = self.export()
        apart, together = self.make_random()
        self.assertEqual(self.export(), before, 'a decision changed the case before a run')
        done = self.run_case()
        self.assertEqual((done['stages_run'], done['decisions'], done['decisions_lost']), (5, 11, 0))
        self.check_kept(self.entities(), apart, together)
        after = self.export()
        self.assertEqual(self.run_case()['stages_run'], 0)
        # Made anew with another number of threads, from the decisions alone.
        with sqlite3.connect(self.folder / 'case.bowline') as base:
            base.execute('DELETE FROM stage_run')
        base.close()
        self.assertEqual(self.run_case('case.bowline', 'data/datapackage.json', '--threads', '1')['stages_run'], 12)
        self.assertEqual(self.export(), after)
        for number in range(1, 12):
            self.bowline('decide', 'case.bowline', 'undo', number)
        self.run_case()
        self.assertEqual(self.export(), before, 'withdrawn decisions still have an effect')
        self.assertEqual(self.states(), ['withdrawn'] * 11)

    def test_they_hold_where_sources_have_changed(self):
        self.case()
        apart, together = self.make_random()
        with open(self.folder / 'data/ads.csv', encoding='utf-8', newline='') as file:
            head, *rows = list(csv.reader(file))
        random.Random(1).shuffle(rows)
        gone = apart[0][0].split('/')[1]
        with open(self.folder / 'data/ads.csv', 'w', encoding='utf-8', newline='') as file:
            csv.writer(file).writerows([head] + [row for row in rows if row[0] != gone])
        package = json.loads((self.folder / 'data/datapackage.json').read_text())
        package['resources'].reverse()
        (self.folder / 'data/datapackage.json').write_text(json.dumps(package))
        done = self.run_case()
        self.assertEqual((done['stages_run'], done['decisions'], done['decisions_lost']), (12, 11, 1))
        self.check_kept(self.entities(), apart[1:], together)
        self.assertEqual(self.states(), ['lost'] + ['kept'] * 10)

    def test_the_order_of_rows_changes_nothing(self):
        self.case()
        apart, together = self.make_random()
        self.run_case()
        first = self.entities()
        with open(self.folder / 'data/ads.csv', encoding='utf-8', newline='') as file:
            head, *rows = list(csv.reader(file))
        random.Random(2).shuffle(rows)
        with open(self.folder / 'data/ads.csv', 'w', encoding='utf-8', newline='') as file:
            csv.writer(file).writerows([head, *rows])
        self.run_case()
        second = self.entities()
        self.check_kept(second, apart, together)
        self.assertEqual(sorted(self.members(first)), sorted(self.members(second)))

    def test_a_value(self):
        case = self.case(ads=400)
        with sqlite3.connect(self.folder / case) as base:
            value, records = base.execute("SELECT value, records FROM identifier WHERE type = 'phone' AND protected = 0 "
                                          'ORDER BY records DESC, value LIMIT 1').fetchone()
        base.close()
        before = self.export()
        for what, bits in (('generic', 0), ('exclusive', None)):
            self.decide(what, 'phone', value)
            done = self.run_case()
            self.assertEqual(done['stages_run'], 6, 'link, entities, networks, movement, roles and observe')
            with sqlite3.connect(self.folder / case) as base:
                found = base.execute("SELECT o.bits, o.exclusive, o.records FROM ownership AS o JOIN identifier AS i ON o.kind = "
                                     "'identifier' AND o.value = i.identifier WHERE i.value = ? AND i.type = 'phone'",
                                     (value,)).fetchone()
            base.close()
            self.assertEqual(found[1:], (0 if what == 'generic' else 1, records))
            self.assertTrue(found[0] == 0 if what == 'generic' else found[0] > 5000)
            self.refuses('decide', case, 'generic', value, '--because', 'again', says=('already',))
            self.bowline('decide', case, 'undo', 1 if bits == 0 else 2)
        self.run_case()
        self.assertEqual(self.export(), before)

    def test_a_row_without_an_id_is_known_by_its_bytes(self):
        rows = [f'cosy room {n},+32 470 00 00 0{n}\n' for n in range(6)]
        columns = {'body': 'text', 'phone': 'phone'}
        (self.folder / 'ads.csv').write_text('body,phone\n' + ''.join(rows))
        write_package(self.folder, [('ads.csv', 'ad', columns, {})])
        self.run_case('x.bowline', 'datapackage.json')
        self.decide('same', 'ads/2', 'ads/5', case='x.bowline')
        self.run_case('x.bowline', 'datapackage.json')
        self.assertEqual(self.states('x.bowline'), ['kept'])
        entities = self.entities('x.bowline')
        self.assertTrue(entities['ads/2'] and entities['ads/2'] == entities['ads/5'])
        (self.folder / 'ads.csv').write_text('body,phone\nnew row,+32 470 00 00 09\n' + ''.join(rows))
        self.assertEqual(self.run_case('x.bowline', 'datapackage.json')['decisions_lost'], 1)
        self.assertEqual(set(self.entities('x.bowline').values()), {''}, 'the decision was given to other rows')

    def test_killed_while_deciding(self):
        case = self.case(ads=200, rings=1)
        began = time.monotonic()
        self.decide('unsure', 'ads/A-000001', 'ads/A-000002')
        duration = time.monotonic() - began
        made = 1
        for number in range(KILLS):
            with start('decide', case, 'unsure', 'ads/A-000001', 'ads/A-000003', '--because', 'x', cwd=self.folder) as process:
                time.sleep(duration * number / KILLS)
                process.send_signal(signal.SIGKILL)
                process.communicate()
            with sqlite3.connect(self.folder / case) as base:
                self.assertEqual(base.execute('PRAGMA integrity_check').fetchone(), ('ok',))
            base.close()
            now = len(self.states())
            self.assertIn(now, (made, made + 1), 'a decision was lost, or came twice')
            self.assertTrue(process.returncode != OK or now == made + 1, 'a decision that was told is not there')
            made = now
        self.assertEqual(self.run_case()['decisions'], made)

    def test_open_elsewhere(self):
        case = self.case(ads=50, rings=1)
        base = sqlite3.connect(self.folder / case, isolation_level=None)
        base.execute('BEGIN IMMEDIATE')
        self.refuses('decide', case, 'unsure', 'ads/A-000001', 'ads/A-000002', '--because', 'x', says=(case, 'open'))
        base.execute('ROLLBACK')
        base.close()
        self.decide('unsure', 'ads/A-000001', 'ads/A-000002')
        self.assertEqual(self.states(), ['noted'])

    def test_nothing_is_made_where_no_case_is(self):
        self.refuses('decide', 'no.bowline', 'same', 'a/1', 'a/2', '--because', 'x', says=('no.bowline', 'No such file'))
        self.assertFalse((self.folder / 'no.bowline').exists())
        (self.folder / 'notes.txt').write_text('my only copy\n' * 100)
        self.refuses('decide', 'notes.txt', 'same', 'a/1', 'a/2', '--because', 'x', says=('notes.txt', 'not a'))
        self.assertEqual((self.folder / 'notes.txt').read_text(), 'my only copy\n' * 100)


if __name__ == '__main__':
    unittest.main()
