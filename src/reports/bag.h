/* Parts of a bag that are written by files of their own. */
#ifndef REPORTS_BAG_H
#define REPORTS_BAG_H

#include "reports/view.h"

/* PROV-JSON (W3C, 2013): the sources, the stages that used them, and the files of the bag that came of them.
 * files: their names within the bag, each with its SHA-256 in hex: {"data/report.html": "..."}. */
json_t *bag_provenance(struct view *v, const json_t *files);

#endif
