"""What must not matter does not: the order of rows and of tables, and the number of threads. The same entities and networks come out."""
import collections
import csv
import json
import random
import unittest

from bowline_cli import CliTest


class Invariance(CliTest):
    def results(self, data, *options):
        """Groups of records by entity and by network, and what the networks weigh, without the numbers that follow the order of rows."""
        self.bowline('run', f'{data}/datapackage.json', '-o', f'{data}.bowline', *options)
        self.bowline('export', f'{data}.bowline', '--format', 'csv', '-o', f'{data}-out')
        groups = {'entity': collections.defaultdict(set), 'network': collections.defaultdict(set)}
        for row in self.rows(f'{data}-out/records.csv'):
            for kind, found in groups.items():
                if row[kind]:
                    found[row[kind]].add((row['resource'], row['id']))
        found = {kind: {frozenset(members) for members in groups[kind].values()} for kind in groups}
        found['weights'] = sorted(tuple(row[key] for key in ('bits', 'entities', 'records')) for row in self.rows(f'{data}-out/networks.csv'))
        self.assertGreater(len(found['entity']), 100)
        self.assertGreater(len(found['network']), 0)
        return found

    def rows(self, path):
        with open(self.folder / path, encoding='utf-8', newline='') as file:
            return list(csv.DictReader(file))

    @staticmethod
    def shuffle(path, mixed):
        with open(path, encoding='utf-8', newline='') as file:
            head, *rows = csv.reader(file)
        mixed.shuffle(rows)
        with open(path, 'w', encoding='utf-8', newline='') as file:
            csv.writer(file, lineterminator='\n').writerows([head, *rows])

    def test_the_order_of_rows_and_tables_changes_nothing(self):
        self.simulate('data', ads=1500, rings=3)
        first = self.results('data')
        mixed = random.Random(1)
        for path in sorted((self.folder / 'data').glob('*.csv')):
            if not path.name.startswith('truth'):
                self.shuffle(path, mixed)
        package = self.folder / 'data/datapackage.json'
        described = json.loads(package.read_text(encoding='utf-8'))
        mixed.shuffle(described['resources'])
        package.write_text(json.dumps(described), encoding='utf-8')
        (self.folder / 'data.bowline').unlink()
        for threads in (1, 2, 8):
            again = self.results('data', '--threads', threads)
            for what, found in first.items():
                self.assertEqual(found, again[what], what)
            (self.folder / 'data.bowline').unlink()


if __name__ == '__main__':
    unittest.main()
