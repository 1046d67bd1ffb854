/* The case as files that other programs read (docs/output.md). */
#ifndef REPORTS_EXPORT_H
#define REPORTS_EXPORT_H

#include "reports/reader.h"

/* Writes into a folder that is there. Deterministic; a pass a table. */
typedef enum bowline_status export_writer(struct reader *reader, const char *folder,
                                          struct bowline_error *err);

export_writer export_csv;     /* the tables of the contract */
export_writer export_graphml; /* case.graphml */
export_writer export_gexf;    /* case.gexf */
export_writer export_i2;      /* entities.csv, links.csv */
export_writer export_ftm;     /* entities.ftm.json */
export_writer export_stix;    /* case.stix.json */
export_writer export_bag;     /* a bag (docs/methods/bag.md); the folder must be empty */

/* Makes the folder where it is not there, and writes the format into it. BOWLINE_ERROR_ARGUMENT, with the
 * words that are known, for one that is unknown. */
enum bowline_status export_case(struct reader *reader, const char *format, const char *folder,
                                struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
