/* Names of the forms. */
#include "simulation/forms.h"

const char *form_name(enum contact_form form)
{
    static const char *const names[FORM_COUNT] = {"column",    "plain", "separated", "spelled",
                                                  "letters",   "emoji", "fullwidth", "decorative",
                                                  "homoglyph", "split", "mixed",     "at-dot"};
    return names[form];
}
