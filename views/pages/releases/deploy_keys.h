// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/pages/releases/deploy_pane.h"

class QCheckBox;
class QLineEdit;

namespace batuta::views {

class Button;
class KeyRows;
class KeyTable;
class Segmented;

/// Step 3: the environment keys of the new revision: added, changed, removed, taken from a file, or from
/// Secret Manager by reference.
class DeployKeys final : public DeployPane
{
    Q_OBJECT

public:
    DeployKeys(DeployPlan &plan, QWidget *parent);
    void present() override;
    /// Merges the keys of a `.env` file or of an env-vars.yaml; what is wrong with it is shown.
    void mergeFile(const QString &file);
    KeyTable &table() { return *m_table; }
    QLineEdit &nameField() { return *m_name; }
    QLineEdit &valueField() { return *m_value; }
    Segmented &kindField() { return *m_kind; }
    Button &setButton() { return *m_set; }
    Button &removeButton() { return *m_remove; }

private:
    void buildHead();
    void buildEditor();
    void showKey(int row);
    void chooseFile();
    void set();
    void toggleRemoved();
    void presentEditor();

    KeyRows *m_rows;
    KeyTable *m_table;
    QLineEdit *m_filter, *m_name, *m_value, *m_version;
    QCheckBox *m_only;
    Segmented *m_kind;
    Button *m_set, *m_remove;
    Label *m_counts, *m_note;
    QString m_problem; ///< of the file that was read last
};

} // namespace batuta::views
