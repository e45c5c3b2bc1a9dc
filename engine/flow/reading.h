// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/units.h"
#include "engine/expr/template.h"
#include "engine/flow/definition.h"
#include "engine/flow/keys.h"
#include "engine/flow/yaml_node.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace batuta::flow {

/// A node with its path in words (`steps.create.timeout`) and the place of its key. A view: the document
/// outlives it.
struct Field
{
    const YamlNode *node = nullptr; ///< null when the key is not there
    std::string subject;
    YamlMark key;

    explicit operator bool() const { return node != nullptr; }
    Field operator[](std::string_view name) const; ///< a member; none when absent or when this is no mapping
    Field member(const YamlNode::Member &member) const;
    Field item(std::size_t index) const;
    YamlMark mark() const; ///< of the value, or of the key when the value is empty
};

/// Where an expression stands decides which names it may look at.
enum class Scope {
    Step,
    Finally,
    Undo, ///< of a step, when all others have ended
    Output,
    Idempotency,
    Route,
    Event,   ///< a trigger, before there is an execution
    Message, ///< a trigger with a message at hand
    Secret,  ///< of a trigger, before its request is believed
};

/// A reference that some expression makes, kept until the graph of steps is known.
struct Use
{
    expr::Reference reference;
    std::string subject;
    Scope scope = Scope::Step;
    int step = -1;                  ///< position among the steps of its scope
    std::string item;               ///< the name that `foreach` gives, or "" where there is no item
    const YamlNode *node = nullptr; ///< the text that the reference's offset counts in
};

/// The work of reading one file: collects all its problems and all its references. Readers answer nothing
/// once they have noted a problem, and the file is read on. Lives on the stack of one reading.
class Reading
{
public:
    explicit Reading(std::string file);

    void add(ErrorCode code, const Field &field, std::string detail, std::string mend = {});
    void addAtKey(ErrorCode code, const Field &field, std::string detail, std::string mend = {});
    /// An error of another room, given the place and subject of `field` where it has none.
    void add(Error error, const Field &field);
    bool isClean() const { return m_errors.empty(); }
    bool isFull() const; ///< more problems are counted no longer: looking for them may stop
    Errors takeErrors(); ///< in the order of their places
    Place place(YamlMark mark) const { return {m_file, mark.line, mark.column}; }

    bool isMapping(const Field &field);
    bool isSequence(const Field &field);
    /// A mapping with the table's keys only, and all that are required. False when it is no mapping.
    bool hasKeys(const Field &field, const KeyTable &table);
    /// Notes a key that is unknown, or known and not run by this version.
    void refuseKey(const Field &field, const std::string &key, const KeyTable &table);

    std::optional<std::string> text(const Field &field);
    std::optional<std::string> name(const Field &field);
    std::optional<std::int64_t> integer(const Field &field, std::int64_t min, std::int64_t max);
    std::optional<double> number(const Field &field, double min, double max);
    std::optional<bool> boolean(const Field &field);
    std::optional<Duration> duration(const Field &field);
    std::optional<std::uint64_t> size(const Field &field);
    /// The position of the word among `words`.
    std::optional<std::size_t> choice(const Field &field, const std::vector<std::string> &words);
    std::vector<std::string> textList(const Field &field);
    std::optional<Labels> labels(const Field &field);
    std::optional<LocalText> localText(const Field &field);
    std::optional<json::Schema> schema(const Field &field);

    void enter(Scope scope, int step = -1);
    /// From here to enterItem("") expressions see the item of a `foreach`, as `item` and by this name.
    void enterItem(std::string name) { m_item = std::move(name); }
    std::optional<expr::Template> textTemplate(const Field &field);
    std::optional<expr::Template> condition(const Field &field);
    /// Like textTemplate, but a plain number or boolean keeps its type.
    std::optional<expr::Template> valueTemplate(const Field &field);
    std::optional<expr::TemplateTree> tree(const Field &field);
    const std::vector<Use> &uses() const { return m_uses; }
    std::vector<Use> takeUses() { return std::move(m_uses); }

private:
    void push(Error error);
    void note(const std::vector<expr::Reference> &references, const Field &field);
    using Parse = Result<expr::Template> (*)(std::string_view text, const Place &place);
    std::optional<expr::Template> parsed(const Field &field, Parse parse);
    std::optional<expr::Template> taken(Result<expr::Template> parsed, const Field &field);
    std::size_t noteLeaves(const Field &field, std::vector<YamlMark> &marks);

    std::string m_file;
    Errors m_errors;
    std::vector<Use> m_uses;
    Scope m_scope = Scope::Step;
    int m_step = -1;
    std::string m_item;
};

/// "Did you mean x?", or "" when nothing is near.
std::string didYouMean(std::string_view word, const std::vector<std::string> &candidates);
/// [a-z][a-z0-9_]{0,62}
bool isName(std::string_view text);
/// `a, b or c`
std::string oneOf(const std::vector<std::string> &words);

} // namespace batuta::flow
