/* Contacts and words written so that a machine reads past them, as people do. */
#ifndef SIMULATION_DISGUISE_H
#define SIMULATION_DISGUISE_H

#include "base/buffer.h"
#include "base/random.h"
#include "simulation/forms.h"

/* plain: digits in groups with spaces between, with '+' before a country's code. Returns the form that came
 * out: FORM_PLAIN where nothing in the number could be changed. */
enum contact_form disguise_phone(struct buffer *out, struct span plain, enum contact_form form,
                                 unsigned language, struct random *r);

/* "lena at example dot org", in the words of the language. */
void disguise_mail(struct buffer *out, struct span mail, unsigned language, struct random *r);

/* Latin letters from byte `from` on become decorative ones, or some of them look-alikes of Cyrillic. */
enum letter_style {
    LETTERS_BOLD,
    LETTERS_SANS,
    LETTERS_MONO,
    LETTERS_FULLWIDTH,
    LETTERS_CYRILLIC,
    LETTER_STYLES
};
void disguise_letters(struct buffer *text, size_t from, enum letter_style style, struct buffer *scratch,
                      struct random *r);

#endif
