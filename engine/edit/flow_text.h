// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/base/result.h"
#include "engine/edit/text_edit.h"
#include "engine/flow/yaml_node.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace batuta::edit {

/// Where a value stands in a flow file: keys of mappings, and positions in lists as digits:
/// {"steps", "create", "retry", "on", "0"}. Empty: the whole document.
using FieldPath = std::vector<std::string>;

/// Which mapping of the flow a step stands in.
enum class StepList { Steps, Finally };

/// A step that is to be written: its id, what is under it as YAML at indent 0 (`http: {...}\ntimeout: 5s\n`,
/// without `needs`), and which steps it needs.
struct NewStep
{
    std::string id;
    std::string yaml;
    std::vector<std::string> needs;
    StepList list = StepList::Steps;
    std::string after; ///< the step that it is written behind; "" at the end of the list
};

/// One flow file as text, with the range of every key and value; answers each change of the flow as the
/// smallest edits of that text. Comments, blank lines, order, quoting, anchors and keys that nobody knows
/// stay byte for byte as they are outside those edits. A value that never changes; any thread. It needs YAML
/// that can be read, not a valid flow.
class FlowText
{
public:
    /// YAML that cannot be read has its errors.
    static Result<FlowText> read(std::string text, const std::string &file);

    const std::string &text() const;
    const flow::YamlNode &root() const;

    std::vector<std::string> steps(StepList list = StepList::Steps) const;
    bool hasStep(std::string_view id) const;
    std::vector<std::string> needsOf(std::string_view id) const;
    /// Of the whole member: the comment lines directly above it, its key, everything under it.
    std::optional<Range> memberRange(const FieldPath &path) const;
    /// Of the value as written, with its quotes or indicator; a block without the line break at its end.
    std::optional<Range> valueRange(const FieldPath &path) const;
    std::optional<Range> keyRange(const FieldPath &path) const;
    /// The deepest path whose member holds this byte.
    FieldPath pathAt(std::size_t at) const;
    /// The step that the byte stands in, or "".
    std::string stepAt(std::size_t at) const;
    FieldPath stepPath(std::string_view id) const; ///< {"steps", id} or {"finally", id}; empty when unknown
    /// As written, or nothing when the path is not there.
    std::optional<std::string> rawAt(const FieldPath &path) const;
    std::optional<json::Value> valueAt(const FieldPath &path) const;

    // Each is refused with what stands in its way: an id that is taken or no name, an unknown step, a circle.
    Result<TextEdits> addStep(const NewStep &step) const;
    /// The new step stands between two that are connected: it needs `from` (may be ""), `to` needs it
    /// instead.
    Result<TextEdits> insertBetween(const std::string &from, const std::string &to, NewStep step) const;
    /// What needed a removed step needs what that one needed (`bridge`), or nothing in its place.
    Result<TextEdits> removeSteps(const std::vector<std::string> &ids, bool bridge) const;
    /// Copies behind each, with new ids (`<id>_2`); needs among the copies are of the copies.
    Result<TextEdits> duplicateSteps(const std::vector<std::string> &ids) const;
    /// The steps as YAML at indent 0: `<id>:` and what is under it, with their comments.
    std::string copySteps(const std::vector<std::string> &ids) const;
    /// Steps as copySteps gives them, or a whole `steps:` mapping; ids that are taken get a number. Behind
    /// `after`, or at the end.
    Result<TextEdits> pasteSteps(std::string_view yaml, const std::string &after) const;
    /// The id, every `needs`, and every `steps.<id>` in expressions.
    Result<TextEdits> renameStep(const std::string &id, const std::string &to) const;
    Result<TextEdits> connect(const std::string &from, const std::string &to) const;
    Result<TextEdits> disconnect(const std::string &from, const std::string &to) const;
    /// Why `to` cannot need `from`: the circle it would close, or that it does already. "" when it can.
    std::string whyNotConnect(const std::string &from, const std::string &to) const;

    /// Sets a value, and makes the mappings on the way. Strings are quoted only where YAML needs it, in the
    /// style of the value that was there; mappings and lists are written as blocks, or in the flow style of
    /// the value that was there.
    Result<TextEdits> setValue(const FieldPath &path, const json::Value &value) const;
    /// The same with YAML text at indent 0, as typed.
    Result<TextEdits> setRaw(const FieldPath &path, std::string_view yaml) const;
    /// Takes the member with its comments; a mapping that would be left empty goes too, except a step.
    Result<TextEdits> removeField(const FieldPath &path) const;
    Result<TextEdits> renameKey(const FieldPath &path, const std::string &key) const;
    /// A list's item, at its end.
    Result<TextEdits> appendItem(const FieldPath &list, const json::Value &value) const;

private:
    struct Content;
    explicit FlowText(std::shared_ptr<const Content> content);

    std::shared_ptr<const Content> m_content;
};

} // namespace batuta::edit
