#pragma once

#include "ui/foundlayers.h"
#include "ui/incidentlistmodel.h"
#include "ui/wordselection.h"

#include <QAbstractListModel>
#include <QStringList>
#include <QtQmlIntegration>

#include <vector>

namespace dateline
{

/// “Add to incident…”: the selected words, what they do for an incident, and the incidents, nearest in time first.
class AttachModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")
    Q_PROPERTY(bool open READ isOpen NOTIFY changed)
    Q_PROPERTY(QString words READ words NOTIFY changed)
    Q_PROPERTY(QString speaker READ speaker WRITE setSpeaker NOTIFY changed)
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY changed)
    Q_PROPERTY(int stance READ stance WRITE setStance NOTIFY changed)
    Q_PROPERTY(QStringList stanceNames READ stanceNames CONSTANT)
    Q_PROPERTY(int current READ current WRITE setCurrent NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)

public:
    enum Role { TitleRole = Qt::UserRole, KindRole, WhenRole, PlaceRole };

    AttachModel(CaseStore *store, IncidentListModel *incidents, ReaderModel *reader, WordSelection *words,
                const FoundLayers *found, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] bool isOpen() const { return m_quote.has_value(); }
    [[nodiscard]] QString words() const { return m_quote ? m_quote->exact : QString(); }
    [[nodiscard]] QString speaker() const { return m_quote ? m_quote->speaker : QString(); }
    void setSpeaker(const QString &speaker);
    [[nodiscard]] QString query() const { return m_query; }
    void setQuery(const QString &query);
    [[nodiscard]] int stance() const { return static_cast<int>(m_stance); }
    void setStance(int stance);
    [[nodiscard]] QStringList stanceNames() const;
    [[nodiscard]] int current() const { return m_current; }
    void setCurrent(int row);
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }

    /// Begins with the words that are selected in the reader.
    Q_INVOKABLE void start();
    Q_INVOKABLE void confirm();
    Q_INVOKABLE void cancel();

Q_SIGNALS:
    void changed();
    void added(qint64 incident); ///< The words are tied to it.

private:
    void look();
    [[nodiscard]] std::vector<IncidentId> nearestInTime() const;
    [[nodiscard]] qint64 minutesFrom(const std::optional<When> &when) const;

    CaseStore *m_store;
    IncidentListModel *m_incidents;
    ReaderModel *m_reader;
    WordSelection *m_words;
    const FoundLayers *m_found;
    std::optional<Quote> m_quote;
    QString m_query;
    Stance m_stance = Stance::Reports;
    std::vector<Incident> m_rows;
    int m_current = -1;
};

} // namespace dateline
