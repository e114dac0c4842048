"""Names as people of many countries have them, made up by combining common ones."""

from __future__ import annotations

from typing import NamedTuple

# ruff: noqa: RUF001 - letters of other scripts are what is tried


class Locale(NamedTuple):
    key: str
    given: tuple[str, ...]
    family: tuple[str, ...]
    family_first: bool = False
    joined: bool = False


def _locale(
    key: str, given: str, family: str, *, first: bool = False, joined: bool = False
) -> Locale:
    return Locale(key, tuple(given.split()), tuple(family.split()), first, joined)


LOCALES = (
    _locale(
        "en",
        "Robert William Margaret Elizabeth Thomas Catherine James Patricia Michael Jennifer Susan "
        "Anthony Rebecca Christopher Stephanie Nicholas Victoria Andrew Deborah Joseph "
        "Olivia Harry",
        "Hartley Becker O'Brien Smith-Jones Whitfield Ashworth McDonald Pemberton Okafor Thornton "
        "Lancaster Bradshaw Fairchild Holloway Ellison Crawford Montague Sinclair "
        "Radcliffe Winslow",
    ),
    _locale(
        "de",
        "Jürgen Käthe Björn Anneliese Günther Sebastian Friedrich Ulrike Heinrich "
        "Matthias Johannes "
        "Franziska Katharina Wolfgang Andreas Stefanie Jörg Mechthild Rüdiger Hannelore",
        "Müller Weiß Schröder Großmann Köhler Schäfer Lindemann Vogelsang Hoffmann Süßmuth Krüger "
        "Bäcker Eisenhauer Steinbrück Kirchner Wagenknecht Österreicher Zimmermann Fuß Oppermann",
    ),
    _locale(
        "fr",
        "François Hélène Jérôme Chloé Geneviève Benoît Aurélie Frédéric Mathilde Élodie Guillaume "
        "Noémie Stéphane Joëlle Thérèse Antoine Dominique Raphaël Solène Bérénice",
        "Lefèvre Dubois Château Gauthier Béranger Rousseau Montagné Delacroix Pellegrin "
        "Charpentier "
        "Desjardins Fontaine Garçon Hébert Lemaître Marchand Noël Prévost Quéré Villeneuve",
    ),
    _locale(
        "es",
        "María José Ángel Francisco Guadalupe Begoña Íñigo Concepción Álvaro Rocío Joaquín Mónica "
        "Sebastián Inés Adrián Verónica Andrés Lucía Ramón Pilar",
        "García Rodríguez Núñez Hernández Peña Muñoz Gutiérrez Ibáñez Fernández Castañeda "
        "Domínguez "
        "Jiménez Velázquez Saldaña Márquez Zúñiga Cordero Echeverría Quiñones Villalobos",
    ),
    _locale(
        "pl",
        "Łukasz Małgorzata Stanisław Zofia Wojciech Katarzyna Grzegorz Agnieszka Michał Bożena "
        "Paweł Józef Krzysztof Elżbieta Władysław Jadwiga Świętosława Rafał Żaneta Mikołaj",
        "Wójcik Kowalczyk Żółkiewski Dąbrowska Szczepański Wiśniewski Łoś Gołębiewski Jabłoński "
        "Śliwiński Pawłowska Błaszczyk Krawczyk Chrzanowski Ostrowski Źdźbło Zawadzka Mróz Gąsior",
    ),
    _locale(
        "tr",
        "Işıl Çağrı Gülşen Ömer İbrahim Şebnem Yıldız Oğuz Ayşegül Tuğba Hüseyin Müge İrem Kıvanç "
        "Nurgül Özlem Serdar Zübeyde",
        "Yılmaz Şahin Öztürk Çelik Güneş Kılıç Aydın İnönü Doğan Karaağaç Türkoğlu Işık Bayındır "
        "Erdoğan Sönmez Uğurlu Yıldırım Ünal",
    ),
    _locale(
        "da",
        "Søren Åse Bjørn Jørgen Mette Kåre Øyvind Ingrid Torbjørn Sigrún Guðrún Þórður "
        "Ragnhild Lærke",
        "Sørensen Ødegård Kjær Nygård Bjørndal Hæstad Lindqvist Þorsteinsson Brøndum "
        "Åkesson Grønlund "
        "Sæther Rødland Vestergård",
    ),
    _locale(
        "vi",
        "Đạt Hương Dũng Thảo Quỳnh Tuấn Ngọc Phượng Hiếu Trâm",
        "Nguyễn-Văn Trần-Thị Lê-Đức Phạm-Minh Hoàng-Gia Đặng-Quốc Bùi-Thanh Võ-Hữu",
        first=True,
    ),
    _locale(
        "ru",
        "Дмитрий Екатерина Сергей Наталья Алексей Юлия Михаил Светлана Владимир Ольга Юрий Татьяна",
        "Иванченко Смирнова Кузнецов Щербакова Жуковский Хрущёв Цветкова Яковлев Фёдорова "
        "Чайковский",
    ),
    _locale(
        "el",
        "Γιώργος Ελένη Δημήτρης Κατερίνα Νικόλαος Σοφία Κωνσταντίνος Βασιλική",
        "Παπαδόπουλος Οικονόμου Γεωργίου Αλεξίου Χριστοδούλου Μπακογιάννης Θεοδωράκης",
    ),
    _locale(
        "ar",
        "محمد فاطمة أحمد عائشة يوسف خديجة إبراهيم مريم",
        "الحسيني العمري المصري النجار الشامي البغدادي القاسمي",
    ),
    _locale(
        "hi",
        "राजेश प्रिया सुनील अनीता विजय लक्ष्मी अर्जुन मीना",
        "शर्मा वर्मा गुप्ता पटेल सिंह मिश्रा चौधरी",
    ),
    _locale(
        "ja",
        "太郎 花子 健一 美咲 翔太 さくら 直樹 恵子",
        "山田 佐藤 鈴木 高橋 渡辺 中村 小林 吉田",
        first=True,
        joined=True,
    ),
    _locale(
        "zh", "伟明 芳华 建国 丽娜 志强 秀英 晓东 雪梅", "王 李 张 刘 陈 杨 欧阳 司马",
        first=True, joined=True
    ),
    _locale(
        "ko", "민수 지영 현우 서연 준호 은정 동욱 미경", "김 이 박 최 정 강 조 윤",
        first=True, joined=True
    ),
    _locale(
        "in",
        "Rajesh Priyanka Venkatesh Lakshmi Siddharth Anjali Srinivas Kavita Mohammed Ayesha",
        "Subramaniam Chatterjee Krishnamurthy Banerjee Deshpande Iyengar Mukherjee Rahman",
    ),
)  # fmt: skip

ROMANISED = {
    "Дмитрий": "Dmitry", "Екатерина": "Ekaterina", "Сергей": "Sergey", "Наталья": "Natalia",
    "Алексей": "Alexey", "Юлия": "Yulia", "Михаил": "Mikhail", "Светлана": "Svetlana",
    "Владимир": "Vladimir", "Ольга": "Olga", "Юрий": "Yuri", "Татьяна": "Tatiana",
    "Иванченко": "Ivanchenko", "Смирнова": "Smirnova", "Кузнецов": "Kuznetsov",
    "Щербакова": "Shcherbakova", "Жуковский": "Zhukovsky", "Хрущёв": "Khrushchev",
    "Цветкова": "Tsvetkova", "Яковлев": "Yakovlev", "Фёдорова": "Fedorova",
    "Чайковский": "Tchaikovsky", "Γιώργος": "Giorgos", "Ελένη": "Eleni", "Δημήτρης": "Dimitris",
    "Κατερίνα": "Katerina", "Νικόλαος": "Nikolaos", "Σοφία": "Sofia",
    "Κωνσταντίνος": "Konstantinos", "Βασιλική": "Vasiliki", "Παπαδόπουλος": "Papadopoulos",
    "Οικονόμου": "Oikonomou", "Γεωργίου": "Georgiou", "Αλεξίου": "Alexiou",
    "Χριστοδούλου": "Christodoulou", "Μπακογιάννης": "Bakogiannis", "Θεοδωράκης": "Theodorakis",
}  # fmt: skip

SHORT = {
    "Robert": "Bob", "William": "Bill", "Margaret": "Peggy", "Elizabeth": "Liz", "Thomas": "Tom",
    "Catherine": "Kate", "James": "Jim", "Patricia": "Trish", "Michael": "Mike",
    "Jennifer": "Jen", "Anthony": "Tony", "Rebecca": "Becky", "Christopher": "Chris",
    "Stephanie": "Steph", "Nicholas": "Nick", "Victoria": "Vicky", "Andrew": "Drew",
    "Deborah": "Debbie", "Joseph": "Joe", "Olivia": "Liv", "Katharina": "Kathi",
    "Franziska": "Franzi", "Johannes": "Hannes", "Francisco": "Paco", "Guadalupe": "Lupe",
    "Concepción": "Concha", "Łukasz": "Lukas", "Małgorzata": "Gosia", "Katarzyna": "Kasia",
    "Wojciech": "Wojtek", "Krzysztof": "Krzysiek", "Zofia": "Sophie", "Michał": "Michael",
    "Екатерина": "Катя", "Дмитрий": "Дима",
}  # fmt: skip
