#pragma once

#include "ui/chosenincidents.h"

#include <QtQmlIntegration>

#include <functional>

namespace dateline
{

/// What can be done to all incidents that are selected together: each time one step to undo, written beside the window.
///
/// Choices are told by their place in the lists of names.
class ChosenEdits : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")
    Q_PROPERTY(bool busy READ isBusy NOTIFY busyChanged)

public:
    ChosenEdits(CaseStore *store, ChosenIncidents *chosen, Selection *selection, QObject *parent = nullptr);

    [[nodiscard]] bool isBusy() const { return m_running > 0; }

    Q_INVOKABLE void setKind(int kind); ///< A sub-kind that does not belong to it is dropped.
    Q_INVOKABLE void setStatus(int status);
    Q_INVOKABLE void setCredibility(int credibility);
    Q_INVOKABLE void addTag(const QString &tag);
    Q_INVOKABLE void removeAll();

Q_SIGNALS:
    void busyChanged();

private:
    using Make = std::function<Result<Change>(const Case &)>;
    void alter(std::function<void(Incident &)> work, std::function<QString(const QString &count)> label);
    void start(Make make, std::function<void()> whenDone = {});

    CaseStore *m_store;
    ChosenIncidents *m_chosen;
    Selection *m_selection;
    int m_running = 0;
};

} // namespace dateline
