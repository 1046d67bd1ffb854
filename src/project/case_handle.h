/* What a handle on a case holds. */
#ifndef PROJECT_CASE_HANDLE_H
#define PROJECT_CASE_HANDLE_H

#include "reports/reader.h"

struct bowline_case {
    struct reader reader;
};

#endif
