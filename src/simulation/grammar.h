/* Patterns become sentences. In a pattern {a|b|} is a choice (choices nest), $1 to $6 a word from the lists
 * of enum word_list, $w a weekday, $n the name, $c the city, $p the phone, $q another's phone, $m the e-mail,
 * $h the handle, $l the link, $g a word of nationality (nation.h), $e and $f the price of an hour and of half
 * an hour, $t and $u an hour by day and one at night, $d a digit from 2, $x a year of the century. */
#ifndef SIMULATION_GRAMMAR_H
#define SIMULATION_GRAMMAR_H

#include "base/buffer.h"
#include "base/random.h"
#include "simulation/lexicon.h"

struct phrase_values {
    struct span name, city, phone, second, mail, handle, link;
    unsigned price;
    uint32_t other_than; /* a pattern of the topic that is not to be used, from 1; 0: none */
};

/* One sentence on the topic, its first letter a capital where it is ASCII. */
void phrase_write(struct buffer *out, const struct lexicon *lexicon, enum topic topic,
                  const struct phrase_values *values, struct random *r);

/* Which of the topic's patterns a sentence from that stream would use, from 0: its first draw. */
uint32_t phrase_pattern(const struct lexicon *lexicon, enum topic topic, struct random *r);

#endif
