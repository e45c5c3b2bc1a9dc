// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/editor/inspector/line_boxes.h"

class QVBoxLayout;

namespace batuta::views {

class Button;
class FieldGrid;

/// Several mappings of the same fields: rules to skip, triggers (a list), or gates (each with a name).
class ItemsBox final : public FieldBox
{
    Q_OBJECT

public:
    ItemsBox(FieldScope &scope, const FieldModel &field, const edit::FieldPath &path, QWidget *parent);
    QWidget *control() const override;
    FieldBox *boxAt(const edit::FieldPath &path) override;
    void focusAt(const edit::FieldPath &path) override;
    bool tellsProblems() const override { return true; }
    /// What the button to add does; `kind` is of a trigger.
    void addItem(const std::string &kind);

protected:
    void present(const std::optional<json::Value> &value, bool isMixed) override;

private:
    struct Item
    {
        std::string key;  ///< the name, or the position
        std::string kind; ///< of a trigger: which of its keys is there
        QWidget *card = nullptr;
        FieldGrid *grid = nullptr;
    };
    bool hasKinds() const;
    std::string kindOf(const json::Value &item) const;
    void addCard(const std::string &key, const std::string &kind);
    QWidget *makeTitle(const std::string &key, const std::string &kind, QWidget *card);
    void showMenu();

    QWidget *m_well;
    QVBoxLayout *m_cards;
    std::vector<Item> m_items; ///< children of the well
    Button *m_add;
};

} // namespace batuta::views
