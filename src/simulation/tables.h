/* The tables of a case and the roles of their columns: headers, the data package, and what may go wrong in a
 * cell are read from here. */
#ifndef SIMULATION_TABLES_H
#define SIMULATION_TABLES_H

enum table {
    TABLE_ADS,
    TABLE_STAYS,
    TABLE_PAYMENTS,
    TABLE_CALLS,
    TABLE_PREMISES,
    TABLE_PERSONS,
    TABLE_REPORTS,
    TABLE_COUNT
};

struct column {
    const char *name, *type, *role;
};

struct table_plan {
    const char *name, *path, *format, *kind;
    const struct column *columns; /* ends with a name of NULL */
};

extern const struct table_plan table_plans[TABLE_COUNT];

#endif
