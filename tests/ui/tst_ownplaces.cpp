#include "ui/ownplaces.h"
#include "ui/places.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace dateline;
using namespace Qt::StringLiterals;

namespace
{

constexpr int most = 20000; // Milliseconds.

QStringList namesIn(const OwnPlaces &own)
{
    QStringList names;
    for (int row = 0; row < own.rowCount(); ++row)
        names.append(own.index(row).data(OwnPlaces::NameRole).toString());
    return names;
}

std::vector<PlaceMatch::Candidate> known(const Places &places, QStringView name)
{
    const Result<std::shared_ptr<const Gazetteer>> gazetteer = places.gazetteer();
    if (!gazetteer)
        qFatal("%s", qPrintable(gazetteer.error().message));
    return (*gazetteer)->lookUp(name);
}

} // namespace

/// The user's own places in the window.
class TestOwnPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QFile::remove(userPlacesFile()); }
    void cleanupTestCase() { QFile::remove(userPlacesFile()); }

    void addsAFileThatTextsAreReadWithFromThenOn()
    {
        Places places;
        OwnPlaces own(&places);
        const QAbstractItemModelTester tester(&own);
        QVERIFY(known(places, u"Zarnavaq Post").empty());
        own.show();
        QVERIFY(own.isOpen());
        QCOMPARE(own.rowCount(), 0);

        own.add(table("name,latitude,longitude\nZarnavaq Post,39.5,46.3\nOtherwhere Post,39.6,46.4\n,1,2\n"));
        QVERIFY(own.isRunning());
        own.close();
        QVERIFY(own.isOpen());
        QTRY_VERIFY_WITH_TIMEOUT(!own.isRunning(), most);

        QCOMPARE(namesIn(own), QStringList{u"posts"_s});
        QCOMPARE(own.index(0).data(OwnPlaces::CountRole).toString(), u"2 places"_s);
        QVERIFY2(own.summary().startsWith(u"2 places of “posts.csv” are in the gazetteer."_s),
                 qPrintable(own.summary()));
        QVERIFY2(own.summary().endsWith(u"1 rows could not be read."_s), qPrintable(own.summary()));
        QVERIFY2(own.refusals().contains(u'4'), qPrintable(own.refusals()));
        QCOMPARE(known(places, u"Zarnavaq Post").size(), 1);

        own.remove(0);
        QTRY_VERIFY_WITH_TIMEOUT(!own.isRunning(), most);
        QCOMPARE(own.rowCount(), 0);
        QVERIFY(known(places, u"Zarnavaq Post").empty());
        own.close();
        QVERIFY(!own.isOpen());
    }

    void saysWhyAFileCouldNotBeAdded()
    {
        Places places;
        OwnPlaces own(&places);
        own.add(table("title,year\nA,1\n"));
        QTRY_VERIFY_WITH_TIMEOUT(!own.isRunning(), most);
        QVERIFY2(own.summary().contains(u"posts.csv"_s), qPrintable(own.summary()));
        QCOMPARE(own.rowCount(), 0);
        own.add(QUrl(u"https://example.org/places.zip"_s));
        QVERIFY(!own.isRunning());
        QVERIFY2(own.summary().contains(u"save it first"_s), qPrintable(own.summary()));
    }

    void addsNothingOfAFileThatIsStopped()
    {
        QByteArray rows = "name,latitude,longitude\n";
        for (int i = 0; i < 200000; ++i)
            rows += "Hamlet " + QByteArray::number(i) + ",39.5,46.3\n";
        Places places;
        OwnPlaces own(&places);
        own.add(table(rows));
        own.cancel();
        QTRY_VERIFY_WITH_TIMEOUT(!own.isRunning(), most);
        QCOMPARE(own.rowCount(), 0);
        QVERIFY2(own.summary().startsWith(u"Stopped"_s), qPrintable(own.summary()));
    }

    void isDestroyedWhileItAdds()
    {
        Places places;
        OwnPlaces own(&places);
        own.add(table("name,latitude,longitude\nZarnavaq Post,39.5,46.3\n"));
    }

private:
    QUrl table(const QByteArray &rows)
    {
        QFile file(m_folder.filePath(u"posts.csv"_s));
        [&] { QVERIFY(file.open(QIODevice::WriteOnly)); }();
        file.write(rows);
        return QUrl::fromLocalFile(file.fileName());
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestOwnPlaces)
#include "tst_ownplaces.moc"
