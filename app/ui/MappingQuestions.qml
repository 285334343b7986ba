pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

/** What is asked of a table that is being mapped, besides its columns. */
ColumnLayout {
    id: root

    required property MappingDesk desk
    required property Look look

    signal kindsWanted

    spacing: 8

    Words {
        objectName: "mappingQuestions"
        visible: text.length > 0
        text: root.desk.questions
        color: root.look.warning
        font.weight: Font.DemiBold
        wrapMode: Text.Wrap
        Layout.fillWidth: true
    }
    Words {
        objectName: "mappingRemarks"
        visible: text.length > 0
        text: root.desk.remarks
        font.pixelSize: 13
        wrapMode: Text.Wrap
        Layout.fillWidth: true
    }
    GridLayout {
        columns: 5
        columnSpacing: 12
        rowSpacing: 8
        uniformCellWidths: true
        Layout.fillWidth: true

        NamedChoice {
            objectName: "mappingTable"
            visible: root.desk.tables.length > 1
            name: qsTr("Table")
            choices: root.desk.tables
            current: root.desk.table
            onChosen: index => root.desk.table = index
            Layout.fillWidth: true
        }
        NamedChoice {
            objectName: "mappingSaved"
            visible: root.desk.savedNames.length > 1
            name: qsTr("Mapping")
            choices: root.desk.savedNames
            current: root.desk.saved
            onChosen: index => root.desk.saved = index
            Layout.fillWidth: true
        }
        NamedChoice {
            objectName: "mappingDateOrder"
            visible: root.desk.hasDates
            name: qsTr("Order of dates")
            choices: root.desk.dateOrders
            current: root.desk.dateOrder
            onChosen: index => root.desk.dateOrder = index
            Layout.fillWidth: true
        }
        NamedChoice {
            objectName: "mappingHeader"
            name: qsTr("Names of the columns")
            choices: root.desk.headers
            current: root.desk.header
            onChosen: index => root.desk.header = index
            Layout.fillWidth: true
        }
        Field {
            objectName: "mappingZone"
            name: root.desk.zoneProblem.length > 0 ? root.desk.zoneProblem : qsTr("Time zone")
            text: root.desk.zone
            hint: qsTr("UTC")
            onEdited: text => root.desk.zone = text
            Layout.fillWidth: true
        }
        Field {
            objectName: "mappingCrs"
            visible: root.desk.hasNumbers
            name: root.desk.crsNote.length > 0 ? root.desk.crsNote : qsTr("Coordinates are in: EPSG or WKT")
            text: root.desk.crs
            hint: qsTr("WGS 84")
            onEdited: text => root.desk.crs = text
            Layout.fillWidth: true
        }
        NamedChoice {
            objectName: "mappingPrecision"
            name: qsTr("How closely places are known")
            choices: root.desk.precisionNames
            current: root.desk.precision
            otherwise: qsTr("As saved")
            onChosen: index => root.desk.precision = index
            Layout.fillWidth: true
        }
        NamedChoice {
            objectName: "mappingKind"
            name: root.desk.kindWords.count > 0 ? qsTr("Kind of the rest") : qsTr("Kind")
            choices: root.desk.kindNames
            current: root.desk.kind
            onChosen: index => root.desk.kind = index
            Layout.fillWidth: true
        }
        PushButton {
            objectName: "mappingKindWords"
            visible: root.desk.kindWords.count > 0
            text: qsTr("%1 words for kinds…").arg(root.desk.kindWords.count)
            onClicked: root.kindsWanted()
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignBottom
        }
    }
}
