/* What became of one pair of mentions while links were made: whether a block brought it together, what its
 * evidence is, and what the two share. Asked through link_inputs.inquiry, so that it is the run itself that
 * answers. */
#ifndef LINKS_INQUIRY_H
#define LINKS_INQUIRY_H

#include "links/blocking.h"
#include "links/pair_score.h"

#define INQUIRY_VALUES 12 /* shared values that are told */

struct shared_value {
    uint32_t value; /* identifier_id or template_id */
    bool is_template;
    bool is_common;   /* in so many records and worth so little that it makes no pairs */
    uint32_t records; /* mentions that hold it */
    uint32_t apart;   /* how far the two stand from each other among them, by time */
    millibits bits;
};

struct link_inquiry {
    mention_id a, b; /* set by whoever asks */
    bool may_pair;   /* two records, and both protected or neither */
    bool is_compared;
    bool is_kept;   /* as a link, which counts in the partition */
    unsigned rules; /* by which both have a key, as a set of bits by enum blocking_rule */
    uint32_t window, portrait_window;
    struct shared_value values[INQUIRY_VALUES];
    uint32_t value_count, values_left_out;
    struct pair_score score; /* whether or not they were compared */
};

struct inquiry_context {
    const struct pair_scorer *scorer;
    const struct pair_list *pairs; /* sorted: all that were compared */
    const struct link_table *links;
    const struct link_options *options;
};

enum bowline_status inquiry_answer(const struct inquiry_context *context, struct link_inquiry *inquiry,
                                   struct bowline_error *err) BOWLINE_WARN_UNUSED;

#endif
