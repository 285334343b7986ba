#include "filledcase.h"
#include "ogcrules.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <sqlite3.h>

using namespace dateline;

namespace
{

constexpr auto newCase = "new";
constexpr auto filledCase = "filled";
constexpr auto emptiedCase = "emptied";
constexpr auto migratedCase = "migrated";
constexpr std::array cases{newCase, filledCase, emptiedCase, migratedCase};

/// The rows that @p sql selects, as text, a line each.
QByteArray rowsOf(sqlite3 *database, const QByteArray &sql)
{
    QByteArray rows;
    const auto add = [](void *text, int count, char **values, char **) {
        for (int i = 0; i < count; ++i)
            *static_cast<QByteArray *>(text) +=
                QByteArray(values[i] ? values[i] : "NULL") + (i + 1 < count ? " | " : "\n");
        return 0;
    };
    char *message = nullptr;
    if (sqlite3_exec(database, sql.constData(), add, &rows, &message) != SQLITE_OK)
        rows = QByteArray("cannot run: ") + message;
    sqlite3_free(message);
    return rows;
}

} // namespace

/// Cases in the light of the OGC GeoPackage standard.
class TestOgcRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        QVERIFY(createCase(pathOf(newCase), QStringLiteral("A case")).has_value());
        makeFilledCase(pathOf(filledCase));
        makeFilledCase(pathOf(emptiedCase));
        const std::unique_ptr<Case> emptied = openCase(pathOf(emptiedCase)).value();
        QVERIFY(emptied->undo().has_value());
        QVERIFY(QFile::copy(QStringLiteral(TEST_DATA_DIR "/cases/schema-1.gpkg"), pathOf(migratedCase)));
        QVERIFY(QFile::setPermissions(pathOf(migratedCase), QFile::ReadOwner | QFile::WriteOwner));
        QVERIFY(openCase(pathOf(migratedCase)).has_value());
    }

    void holds_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("breaches");
        for (const char *file : cases) {
            for (const auto &rules :
                 {coreRules(), featureRules(), attributeRules(), descriptionRules(), relationRules()}) {
                for (const OgcRule &rule : rules)
                    QTest::newRow((rule.name + " (" + file + ")").constData()) << QByteArray(file) << rule.breaches;
            }
        }
    }
    void holds()
    {
        QFETCH(const QByteArray, file);
        QFETCH(const QByteArray, breaches);
        sqlite3 *database = nullptr;
        QCOMPARE(sqlite3_open_v2(QFile::encodeName(pathOf(file.constData())).constData(), &database,
                                 SQLITE_OPEN_READONLY, nullptr),
                 SQLITE_OK);
        const QByteArray found = rowsOf(database, breaches);
        sqlite3_close(database);
        QCOMPARE(found, QByteArray());
    }

    void gdalsValidatorAgrees_data()
    {
        QTest::addColumn<QByteArray>("file");
        for (const char *file : cases)
            QTest::newRow(file) << QByteArray(file);
    }
    void gdalsValidatorAgrees()
    {
        QFETCH(const QByteArray, file);
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral("python3"),
                      {QStringLiteral("-m"), QStringLiteral("osgeo_utils.samples.validate_gpkg"), QStringLiteral("-k"),
                       QStringLiteral("--extra"), QStringLiteral("--warning-as-error"), pathOf(file.constData())});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.readAll(), QByteArray());
        QCOMPARE(process.exitCode(), 0);
    }

private:
    [[nodiscard]] QString pathOf(const char *file) const
    {
        return m_folder.filePath(QString::fromLatin1(file) + QStringLiteral(".gpkg"));
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestOgcRules)
#include "tst_ogcrules.moc"
