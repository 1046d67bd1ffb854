/* Runs of digits however they are written: in words, as emoji, full-width, decorated, in other scripts, with
 * letters for digits, with ornaments or words between them. */
#ifndef IDENTIFIERS_WIDE_RUN_H
#define IDENTIFIERS_WIDE_RUN_H

#include "identifiers/lexicon.h"
#include "identifiers/phone_run.h"

/* Reads the run that begins at `at`. False where no digit stands there in any form. Looks ahead by a bounded
 * number of bytes. */
bool wide_run_read(const struct lexicon *lexicon, struct span text, size_t at, struct digit_run *run);

/* Where the run begins that has a digit at `at`: before letters that stand for digits, or at `at`. Not
 * before `floor`. */
size_t wide_run_start(struct span text, size_t at, size_t floor);

#endif
