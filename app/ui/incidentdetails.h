#pragma once

#include "casefile/case.h"
#include "ui/origins.h"
#include "ui/selection.h"
#include "ui/veil.h"

#include <QAbstractListModel>
#include <QtQmlIntegration>

#include <vector>

namespace dateline
{

/// The quotes behind one incident, one card each.
class EvidenceModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The incident's details have it")

public:
    enum Role {
        QuoteRole = Qt::UserRole,
        DocumentRole,
        WordsRole, ///< Empty while they are hidden.
        SpeakerRole,
        StanceRole,
        SourceRole,
        MatchesRole,
        ClaimRole,
        StanceIndexRole,
        HiddenRole
    };

    explicit EvidenceModel(Veil *veil, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Takes what speaks of an incident, which is itself marked as graphic or not.
    void setEvidence(std::vector<Evidence> evidence, bool graphic);
    [[nodiscard]] const std::vector<Evidence> &evidence() const { return m_evidence; }
    [[nodiscard]] const Evidence *find(ClaimId claim) const; ///< Null if it is not here.

private:
    [[nodiscard]] bool isHidden(const Evidence &evidence) const;

    Veil *m_veil;
    std::vector<Evidence> m_evidence;
    bool m_graphic = false;
};

/// The selected incident in words, for the inspector.
class IncidentDetails : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The session has it")
    Q_PROPERTY(bool present READ isPresent NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(int kind READ kind NOTIFY changed)
    Q_PROPERTY(QString kindName READ kindName NOTIFY changed)
    Q_PROPERTY(QString subKindName READ subKindName NOTIFY changed)
    Q_PROPERTY(QString status READ status NOTIFY changed)
    Q_PROPERTY(QString when READ when NOTIFY changed)
    Q_PROPERTY(QString whenWritten READ whenWritten NOTIFY changed)
    Q_PROPERTY(QString where READ where NOTIFY changed)
    Q_PROPERTY(QString whereWritten READ whereWritten NOTIFY changed)
    Q_PROPERTY(QString precision READ precision NOTIFY changed)
    Q_PROPERTY(QString losses READ losses NOTIFY changed)
    Q_PROPERTY(QString actors READ actors NOTIFY changed)
    Q_PROPERTY(QString notes READ notes NOTIFY changed)
    Q_PROPERTY(QString tags READ tags NOTIFY changed)
    Q_PROPERTY(QString sources READ sources NOTIFY changed)
    Q_PROPERTY(dateline::EvidenceModel *evidence READ evidence CONSTANT)

public:
    IncidentDetails(CaseStore *store, Origins *origins, Selection *selection, Veil *veil, QObject *parent = nullptr);

    [[nodiscard]] const Incident &incident() const; ///< An empty one if none is selected.
    [[nodiscard]] bool isPresent() const { return m_incident.has_value(); }
    [[nodiscard]] QString title() const { return incident().title; }
    [[nodiscard]] int kind() const { return static_cast<int>(incident().kind); }
    [[nodiscard]] QString kindName() const;
    [[nodiscard]] QString subKindName() const;
    [[nodiscard]] QString status() const;
    [[nodiscard]] QString when() const;
    [[nodiscard]] QString whenWritten() const;
    [[nodiscard]] QString where() const;
    [[nodiscard]] QString whereWritten() const;
    [[nodiscard]] QString precision() const;
    [[nodiscard]] QString losses() const;
    [[nodiscard]] QString actors() const { return incident().actors.join(tr(", ")); }
    [[nodiscard]] QString notes() const { return incident().notes; }
    [[nodiscard]] QString tags() const { return incident().tags.join(tr(", ")); }
    [[nodiscard]] QString sources() const;
    [[nodiscard]] EvidenceModel *evidence() const { return m_evidence; }

Q_SIGNALS:
    void changed();

private:
    void load();

    CaseStore *m_store;
    Origins *m_origins;
    Selection *m_selection;
    EvidenceModel *m_evidence;
    std::optional<Incident> m_incident;
    std::optional<Support> m_support; ///< None while it is not known.
};

} // namespace dateline
