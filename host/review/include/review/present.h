#pragma once

#include <relis/moment.h>

namespace relis::review {

/// Lets a program live through other times than its own, as the demonstration's year of history does: while one exists,
/// every use case of the process takes its moment for the present. One at a time; moving it on is thread-safe.
class PresentAt {
  public:
    explicit PresentAt(const Moment& at);
    ~PresentAt();
    PresentAt(const PresentAt&) = delete;
    PresentAt& operator=(const PresentAt&) = delete;
    void move_to(const Moment& at);
};

}  // namespace relis::review
