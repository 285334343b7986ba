#pragma once

#include "ui/casecheck.h"
#include "ui/stepchanges.h"

#include <QAbstractListModel>
#include <QDateTime>
#include <QtQmlIntegration>

#include <vector>

namespace dateline
{

/// All that was ever done to the case, step by step, the newest first: its list, its filters, and what is selected.
class HistoryModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")
    Q_PROPERTY(bool open READ isOpen NOTIFY openChanged)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(int total READ total NOTIFY changed)
    Q_PROPERTY(Since since READ since WRITE setSince NOTIFY changed)
    Q_PROPERTY(QStringList sinceNames READ sinceNames CONSTANT)
    Q_PROPERTY(QString date READ date WRITE setDate NOTIFY changed)
    Q_PROPERTY(bool dateIsValid READ dateIsValid NOTIFY changed)
    Q_PROPERTY(int author READ author WRITE setAuthor NOTIFY changed)
    Q_PROPERTY(QStringList authorNames READ authorNames NOTIFY authorsChanged)
    Q_PROPERTY(int current READ current WRITE setCurrent NOTIFY currentChanged)
    Q_PROPERTY(QString currentTitle READ currentTitle NOTIFY currentChanged)
    Q_PROPERTY(QString currentFacts READ currentFacts NOTIFY currentChanged)
    Q_PROPERTY(dateline::StepChanges *changes READ changes CONSTANT)
    Q_PROPERTY(dateline::CaseCheck *check READ check CONSTANT)

public:
    enum Role { DayRole = Qt::UserRole, TimeRole, AuthorRole, LabelRole, NoteRole, UndoneRole, RowsRole };
    enum Since { Ever, Opened, Today, Week, Date };
    Q_ENUM(Since)

    explicit HistoryModel(CaseStore *store, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] int count() const { return static_cast<int>(m_shown.size()); }
    [[nodiscard]] int total() const { return static_cast<int>(m_steps.size()); }
    [[nodiscard]] Since since() const { return m_since; }
    void setSince(Since since);
    [[nodiscard]] QStringList sinceNames() const;
    [[nodiscard]] QString date() const { return m_date; } ///< “2026-11-24”, as typed.
    void setDate(const QString &date);
    [[nodiscard]] bool dateIsValid() const;
    [[nodiscard]] int author() const { return m_author + 1; } ///< In authorNames; 0 is everybody.
    void setAuthor(int author);
    [[nodiscard]] QStringList authorNames() const;
    [[nodiscard]] int current() const { return m_current; } ///< The selected row; −1 if none is.
    void setCurrent(int row);
    [[nodiscard]] QString currentTitle() const;
    [[nodiscard]] QString currentFacts() const;
    [[nodiscard]] StepChanges *changes() { return &m_changes; }
    [[nodiscard]] CaseCheck *check() { return &m_check; }

    Q_INVOKABLE void start();
    Q_INVOKABLE void close();

Q_SIGNALS:
    void openChanged();
    void changed();
    void authorsChanged();
    void currentChanged();

private:
    enum class Action : std::uint8_t { Do, Undo, Redo };
    // A case may have a million steps: no more is kept of one than is shown.
    struct Step
    {
        std::int64_t number = 0;
        std::int64_t target = 0;
        std::int64_t time = 0; ///< Milliseconds since 1970.
        std::int64_t rows = 0;
        QString label;
        int author = 0; ///< In m_authors.
        Action action = Action::Do;
        bool undone = false;
    };

    void readNewSteps();
    void add(const HistoryStep &step);
    [[nodiscard]] int numberOfAuthor(const QString &name);
    void filter();
    [[nodiscard]] qint64 earliest() const;
    [[nodiscard]] const Step &stepAt(int row) const;
    [[nodiscard]] QString noteOf(const Step &step) const;
    [[nodiscard]] static QString labelOf(const Step &step);

    CaseStore *m_store;
    StepChanges m_changes;
    CaseCheck m_check;
    QDateTime m_opened;
    std::vector<Step> m_steps; // By number.
    std::vector<int> m_shown; // In m_steps, the newest first.
    QStringList m_authors;
    QString m_date;
    Since m_since = Ever;
    int m_author = -1;
    int m_current = -1;
    bool m_open = false;
};

} // namespace dateline
