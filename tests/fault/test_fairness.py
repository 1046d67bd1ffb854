"""Words of nationality move nothing: a case whose texts have other ones comes to the same conclusions."""
import re
import unittest

from bowline_cli import CliTest, read_csv



class Fairness(CliTest):
    def conclusions(self, name, *options):
        self.bowline('simulate', name, '--seed', 1, '--ads', 1500, '--rings', 3, *options)
        self.bowline('run', f'{name}/datapackage.json', '-o', f'{name}.bowline')
        self.bowline('export', f'{name}.bowline', '--format', 'csv', '-o', f'{name}-out')
        return {table: read_csv(self.folder / f'{name}-out/{table}.csv') for table in ('templates', 'links', 'members', 'networks')}

    def test_exchanged_words_move_nothing(self):
        one = self.conclusions('one')
        two = self.conclusions('two', '--swap-words', 'nationality')
        self.assertNotEqual((self.folder / 'one/ads.csv').read_bytes(), (self.folder / 'two/ads.csv').read_bytes())
        self.assertTrue(any('{origin}' in str(row) for row in one['templates']))
        for table, rows in one.items():
            self.assertGreater(len(rows), 0, table)
            self.assertEqual(self.without_pseudonyms(rows), self.without_pseudonyms(two[table]), table)

    @staticmethod
    def without_pseudonyms(rows):
        return [{key: re.sub(r'P-[0-9a-f]+', 'P-', value) for key, value in row.items()} for row in rows]


if __name__ == '__main__':
    unittest.main()
