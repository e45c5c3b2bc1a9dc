// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#pragma once

#include "views/widgets/page.h"
#include "views/widgets/preference_control.h"

class QLineEdit;

namespace batuta::views {

class Label;

/// What a person may choose: each setting says what it does and for whom it holds, and can be set back. The
/// field at the top narrows the list.
class SettingsPage final : public Page
{
    Q_OBJECT

public:
    explicit SettingsPage(Context context, QWidget *parent = nullptr);

    QString title() const override;
    Address address() const override;
    void open(const Address &address) override;

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row
    {
        PreferenceControl::Which which;
        QWidget *widget;
        Label *title;
        Label *explanation;
        Label *scope;
        class Button *reset;
    };
    Row makeRow(PreferenceControl::Which which, QWidget *parent);
    void retranslate();
    void filter(const QString &words);

    Context m_context;
    Label *m_title;
    QLineEdit *m_filter;
    Label *m_nothing;
    QList<Row> m_rows;
};

} // namespace batuta::views
