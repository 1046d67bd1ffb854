"""Grades and handling codes: kept as given, refused where they are none, inherited by conclusions, and obeyed by what leaves."""
import csv
import json
import unittest

from bowline_cli import CliTest, read_csv, write_package

COLUMNS = {'id': 'id', 'posted': 'time', 'text': 'text', 'phone': 'phone', 'grade': 'grade', 'handling': 'handling'}


class Handling(CliTest):
    def make(self, marks):
        """A case of ads with one phone, so that they are one entity; marks: grade and handling of each."""
        with open(self.folder / 'ads.csv', 'w', encoding='utf-8', newline='') as file:
            out = csv.writer(file)
            out.writerow(list(COLUMNS))
            for n, (grade, handling) in enumerate(marks):
                out.writerow([f'A-{n}', f'2024-01-1{n}', f'Relaxing massage in Ghent, call me on sunny days number {n}', '+32470120001',
                              grade, handling])
        write_package(self.folder, [('ads.csv', 'ad', COLUMNS, {})])
        self.bowline('run', 'datapackage.json', '-o', 'a.bowline', '-q')

    def show(self, *what):
        return json.loads(self.bowline('show', 'a.bowline', *what, '--json').stdout)

    def test_a_conclusion_inherits_the_strictest_and_the_weakest(self):
        self.make([('admiralty:B2', 'tlp:GREEN'), ('admiralty:D4', 'tlp:AMBER'), ('4x4:A1', 'europol:H1'), ('', '')])
        entity = self.show('entity', 1)
        self.assertEqual(entity['handling'], ['europol:H1', 'tlp:AMBER'])
        self.assertEqual(entity['grades'], ['4x4:A1', 'admiralty:D4'])
        self.assertEqual(self.show('record', 'A-0')['handling'], ['tlp:GREEN'])
        self.assertNotIn('handling', self.show('record', 'A-3'))
        link = [link for link in entity['links'] if {link['from'], link['to']} == {'ads/A-0', 'ads/A-1'}]
        self.assertTrue(any('handling' in row for row in entity['links']), entity['links'])
        self.assertTrue(all(row['handling'] == ['tlp:AMBER'] and row['grades'] == ['admiralty:D4'] for row in link))
        self.assertIn('Strictest handling: europol:H1, tlp:AMBER', self.bowline('show', 'a.bowline', 'entity', 1).stdout)
        self.bowline('export', 'a.bowline', '-o', 'out')
        rows = read_csv(self.folder / 'out/markings.csv')
        self.assertIn({'of': 'entity', 'id': '1', 'kind': 'grade', 'scheme': 'admiralty', 'code': 'D4'}, rows)
        self.assertIn({'of': 'record', 'id': 'ads/A-2', 'kind': 'handling', 'scheme': 'europol', 'code': 'H1'}, rows)

    def test_what_handling_forbids_is_refused(self):
        for code, least in (('tlp:RED', 'named'), ('tlp:AMBER', 'own'), ('europol:H2', 'own'), ('europol:H1', 'partner'),
                            ('tlp:GREEN', 'court'), ('tlp:CLEAR', 'public'), ('pap:RED', 'public')):
            self.make([('', ''), ('', code), ('', code)])
            audiences = ['named', 'own', 'partner', 'court', 'public']
            for audience in audiences:
                if audiences.index(audience) <= audiences.index(least):
                    self.bowline('report', 'a.bowline', '-o', 'r.html', '--recipient', audience)
                    continue
                self.refuses('report', 'a.bowline', '-o', 'n.html', '--recipient', audience, says=[f'2 records are {code}', audience])
                self.refuses('export', 'a.bowline', '-o', 'n', '--recipient', audience, says=[code])
                self.assertFalse((self.folder / 'n.html').exists() or (self.folder / 'n').exists())
        log = json.loads(self.bowline('log', 'a.bowline', '--json').stdout)
        told = [entry['parameters'] for entry in log['entries'] if entry['verb'] == 'disclosure']
        self.assertTrue(all('recipient=' in text for text in told), told)

    def test_without_a_word_it_is_for_the_own_organisation(self):
        self.make([('', 'tlp:RED'), ('', ''), ('', 'europol:H3')])
        done = self.refuses('export', 'a.bowline', '-o', 'out', says=['1 record is tlp:RED', '1 record is europol:H3', '--recipient'])
        self.assertIn('own', done.stderr)
        self.bowline('show', 'a.bowline', 'entity', 1)

    def test_a_code_that_is_none_is_rejected_and_forbids(self):
        self.make([('admiralty:Z9', 'tlp:PINK'), ('', ''), ('', '')])
        reasons = {row['reason'] for row in self.show()['rejects']}
        self.assertEqual(len([reason for reason in reasons if 'Admiralty' in reason or 'TLP 2.0' in reason]), 2, reasons)
        self.assertEqual(self.show('entity', 1)['handling'], ['unread:unread'])
        self.refuses('report', 'a.bowline', '-o', 'r.html', says=['unread'])

    def test_a_case_without_codes_says_nothing(self):
        self.make([('', '')] * 3)
        self.assertNotIn('handling', self.show('entity', 1))
        self.bowline('export', 'a.bowline', '-o', 'out', '--recipient', 'public')
        self.assertFalse((self.folder / 'out/markings.csv').exists())


if __name__ == '__main__':
    unittest.main()
