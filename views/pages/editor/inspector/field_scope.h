// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "engine/edit/check_flow.h"
#include "engine/edit/flow_text.h"
#include "views/models/document/flow_document.h"

#include <QObject>

#include <optional>
#include <vector>

namespace batuta::views {

class RecordedRun;

/// What the fields of one form read and write: the same places of all selected steps, or of the flow. Paths
/// are from the step (or the file) on. Everything goes through the document: a change is made in all of them
/// as one undoable step. Lives on the window's thread.
class FieldScope final : public QObject
{
    Q_OBJECT

public:
    FieldScope(FlowDocument &document, RecordedRun &run, QObject *parent = nullptr);

    /// Where the fields stand: {"steps", "create"} for each step, or one empty path for the flow. To be
    /// called after each change of the text or the selection: everything is read again.
    void setBases(std::vector<edit::FieldPath> bases);
    const std::vector<edit::FieldPath> &bases() const { return m_bases; }
    bool isFlow() const { return m_bases.size() == 1 && m_bases.front().empty(); }
    void setReadOnly(bool readOnly);
    /// False while the text cannot be read, or may not be changed.
    bool canEdit() const;
    /// Somebody follows openKeyRequested().
    void setOpensKeys(bool opens) { m_opensKeys = opens; }
    bool opensKeys() const { return m_opensKeys; }
    FlowDocument &document() const { return m_document; }
    RecordedRun &run() const { return m_run; }
    void setSurroundings(edit::Surroundings surroundings);
    const edit::Surroundings &surroundings() const { return m_surroundings; }

    /// Of the first one; nothing when it is not there.
    std::optional<json::Value> value(const edit::FieldPath &field) const;
    bool has(const edit::FieldPath &field) const { return value(field).has_value(); }
    /// Not all of them say the same.
    bool isMixed(const edit::FieldPath &field) const;
    /// As YAML at indent 0, for fields that have no other form.
    std::string yaml(const edit::FieldPath &field) const;
    /// Keys of the mapping, or positions of the list, in the order of the file.
    std::vector<std::string> keysOf(const edit::FieldPath &field) const;

    /// What is typed into one field is one undo. Told: the field itself says what was refused.
    enum class By { Choice, Typing, Told };
    /// `name` is what undo says.
    void set(const QString &name, const edit::FieldPath &field, const json::Value &value, By by = By::Choice);
    batuta::Status setYaml(const QString &name, const edit::FieldPath &field, const std::string &yaml);
    /// A mapping that a switch or the kind stands for stays as `{}` when its last key goes.
    void remove(const QString &name, const edit::FieldPath &field, By by = By::Choice);
    void renameKey(const QString &name, const edit::FieldPath &field, const std::string &to);
    void append(const QString &name, const edit::FieldPath &list, const json::Value &value);
    /// Another kind in place of the one that is there.
    void setKind(const QString &name, const edit::FieldPath &step, const std::string &kind);
    batuta::Status renameStep(const QString &name, const std::string &to);
    /// The step is one of those that run at the end, whatever happened.
    bool isAtEnd() const;
    /// Moves the step there or back. At the end it needs nothing; what needed it needs what it had needed.
    batuta::Status setAtEnd(const QString &name, bool atEnd);

    /// The problems at this place or below it, in the first of the bases.
    std::vector<const edit::Problem *> problemsAt(const edit::FieldPath &field) const;
    void fix(const edit::Fix &fix);
    /// What is wrong, as people read it.
    using Words = std::function<QString(const edit::Problem &)>;
    void setWords(Words words) { m_words = std::move(words); }
    QString wordsOf(const edit::Problem &problem) const;

signals:
    void changed();         ///< the text, the bases, or what may be done
    void problemsChanged(); ///< or the surroundings
    void refused(const batuta::Error &why);
    void openKeyRequested(const QString &key);
    void openFlowRequested(const QString &flow);

private:
    using Make = std::function<Result<edit::TextEdits>(const edit::FlowText &, const edit::FieldPath &base)>;
    batuta::Status change(const QString &name, const edit::FieldPath &field, const Make &make, By by);
    Result<edit::TextEdits> madeOf(const edit::FlowText &text, const Make &make);
    static edit::FieldPath placed(const edit::FlowText &text, const edit::FieldPath &base,
                                  const edit::FieldPath &field);
    bool staysWhenEmpty(const edit::FieldPath &field) const;
    Result<edit::TextEdits> setIn(const edit::FlowText &text, const edit::FieldPath &whole,
                                  const json::Value &value) const;
    static Result<edit::TextEdits> kindIn(const edit::FlowText &text, const edit::FieldPath &step,
                                          const std::string &kind);
    edit::FieldPath pathOf(const edit::Problem &problem) const;

    /// The text before somebody began to type into a field, while nothing else has happened since: each key
    /// is a change of that text, so that quotes, comments and places stay as they were there.
    struct Origin
    {
        edit::FieldPath field;
        edit::FlowText text;
        quint64 revision = 0; ///< after the last key
    };

    FlowDocument &m_document;
    RecordedRun &m_run;
    edit::Surroundings m_surroundings;
    Words m_words;
    std::vector<edit::FieldPath> m_bases{{}};
    std::optional<Origin> m_origin;
    bool m_readOnly = false;
    bool m_opensKeys = false;
};

} // namespace batuta::views
