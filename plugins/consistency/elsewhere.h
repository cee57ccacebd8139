// What the boxes of other questions and the closing account say of an answer.
#pragma once

#include <bitset>
#include <memory>
#include <vector>

#include "asked.h"
#include "box.h"
#include "clauses.h"
#include "topics.h"

namespace relis::consistency {

/// A box with its comment read, its question read, and the topics that any word of it may speak of.
struct ReadBox {
    ReadBox(const Box& of, const Topics& topics, std::shared_ptr<const ReadQuestion> asked, CueWords::Forms& forms);
    const Box* box;
    ReadComment read;
    std::shared_ptr<const ReadQuestion> question;
    static constexpr std::size_t most_topics = 128;
    std::bitset<most_topics> topics;
};

/// A select_one with its answer.
struct AnsweredQuestion {
    const Question* question;
    const Answer* answer;
    std::shared_ptr<const ReadQuestion> read;
};

/// `told-elsewhere`: what an answer says is denied (or, beside *non*, told) in the box of another question, in a
/// sentence that names the thing asked about or where no other question asks the same, and nothing in the report
/// agrees.
void find_told_elsewhere(const Topics& topics, const std::vector<AnsweredQuestion>& answered,
                         const std::vector<ReadBox>& boxes, std::vector<Finding>& findings);

}  // namespace relis::consistency
