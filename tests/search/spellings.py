"""Names of people in public life, each as the English press writes it and as others do.

A row is ``name | other Latin spellings | other scripts``, spellings parted by commas; a name may have two rows.
Written from general knowledge of how German, French, Polish, Spanish, Russian, Ukrainian, Arabic, Persian, Chinese,
Korean and other papers spell.
"""

from __future__ import annotations

from typing import NamedTuple


class Spelled(NamedTuple):
    """A name, its other spellings in Latin letters, and its spellings in other scripts."""

    name: str
    latin: tuple[str, ...]
    scripts: tuple[str, ...]


def _rows(table: str) -> list[Spelled]:
    rows = []
    for line in table.strip().splitlines():
        name, latin, scripts = (cell.strip() for cell in line.split("|"))
        rows.append(Spelled(name, _several(latin), _several(scripts)))
    return rows


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(",") if part.strip())


SPELLINGS = _rows("""
Vladimir Putin | Wladimir Putin, Vladimir Poutine, Władimir Putin | Владимир Путин
Vladimir Putin | | Володимир Путін, فلاديمير بوتين, 블라디미르 푸틴
Sergey Ryabkov | Sergei Riabkov, Sergej Rjabkow, Sergueï Riabkov, Siergiej Riabkow | Сергей Рябков
Sergey Ryabkov | | Сергій Рябков, سيرغي ريابكوف
Sergey Lavrov | Sergej Lawrow, Sergueï Lavrov, Siergiej Ławrow | Сергей Лавров, Сергій Лавров, سيرغي لافروف
Sergei Shoigu | Sergej Schoigu, Sergueï Choïgou, Siergiej Szojgu | Сергей Шойгу, Сергій Шойгу, سيرغي شويغو
Dmitry Medvedev | Dmitri Medwedew, Dmitri Medvedev, Dmitrij Miedwiediew | Дмитрий Медведев, ديميتري ميدفيديف
Dmitry Peskov | Dmitri Peskow, Dmitrij Pieskow | Дмитрий Песков, ديميتري بيسكوف
Maria Zakharova | Marija Sacharowa, Maria Zacharowa | Мария Захарова, ماريا زاخاروفا
Mikhail Gorbachev | Michail Gorbatschow, Mikhaïl Gorbatchev, Michaił Gorbaczow | Михаил Горбачёв, ميخائيل غورباتشوف
Nikita Khrushchev | Nikita Chruschtschow, Nikita Khrouchtchev, Nikita Chruszczow | Никита Хрущёв, نيكيتا خروتشوف
Boris Yeltsin | Boris Jelzin, Boris Eltsine, Borys Jelcyn | Борис Ельцин, بوريس يلتسين
Leonid Brezhnev | Leonid Breschnew, Léonid Brejnev, Leonid Breżniew | Леонид Брежнев
Alexei Navalny | Alexej Nawalny, Alexeï Navalny, Aleksiej Nawalny | Алексей Навальный, أليكسي نافالني
Yevgeny Prigozhin | Jewgeni Prigoschin, Evgueni Prigojine, Jewgienij Prigożyn | Евгений Пригожин, يفغيني بريغوجين
Anatoly Antonov | Anatoli Antonow, Anatolij Antonow | Анатолий Антонов
Volodymyr Zelenskyy | Wolodymyr Selenskyj, Vladimir Zelensky, Volodymyr Zelensky, Wołodymyr Zełenski |
Volodymyr Zelenskyy | | Володимир Зеленський
Volodymyr Zelenskyy | | Владимир Зеленский, فولوديمير زيلينسكي
Petro Poroshenko | Petro Poroschenko, Petro Porochenko, Petro Poroszenko | Петро Порошенко, Пётр Порошенко
Dmytro Kuleba | Dmitri Kuleba, Dmytro Kouleba | Дмитро Кулеба, Дмитрий Кулеба
Yulia Tymoshenko | Julia Timoschenko, Ioulia Timochenko, Julija Tymoszenko | Юлія Тимошенко, Юлия Тимошенко
Alexander Lukashenko | Alexander Lukaschenko, Alexandre Loukachenko, Alaksandr Łukaszenka, Aliaksandr Lukashenka |
Alexander Lukashenko | | Александр Лукашенко
Alexander Lukashenko | | Аляксандр Лукашэнка
Sviatlana Tsikhanouskaya | Swetlana Tichanowskaja, Svetlana Tikhanovskaïa, Swiatłana Cichanouska | Светлана Тихановская
Sviatlana Tsikhanouskaya | | Святлана Ціханоўская
Kassym-Jomart Tokayev | Qassym-Schomart Toqajew, Kassym-Jomart Tokaïev | Касым-Жомарт Токаев
Ilham Aliyev | Ilham Alijew, Ilham Aliev, İlham Əliyev | Ильхам Алиев
Nikol Pashinyan | Nikol Paschinjan, Nikol Pachinian | Никол Пашинян, Նիկոլ Փաշինյան
Mikheil Saakashvili | Michail Saakaschwili, Mikhaïl Saakachvili | Михаил Саакашвили, მიხეილ სააკაშვილი
Aleksandar Vučić | Aleksandar Vucic, Aleksandar Vuchich, Aleksandar Vutchitch | Александар Вучић, Александр Вучич
Slobodan Milošević | Slobodan Milosevic, Slobodan Miloschewitsch, Slobodan Miloshevich | Слободан Милошевић
Slobodan Milošević | | Слободан Милошевич
Viktor Orbán | Viktor Orban, Wiktor Orban | Виктор Орбан
Donald Tusk | Donald Tousk | Дональд Туск
Lech Wałęsa | Lech Walesa | Лех Валенса
Recep Tayyip Erdoğan | Recep Tayyip Erdogan | Реджеп Тайип Эрдоган, رجب طيب أردوغان
Mevlüt Çavuşoğlu | Mevlut Cavusoglu, Mevlut Chavushoglu | Мевлют Чавушоглу
Alexis Tsipras | Aléxis Tsípras | Αλέξης Τσίπρας, Алексис Ципрас
Kyriakos Mitsotakis | Kyriákos Mitsotákis | Κυριάκος Μητσοτάκης
Angela Merkel | Angela Merkell | Ангела Меркель, أنغيلا ميركل, 앙겔라 메르켈
Olaf Scholz | Olaf Sholz | Олаф Шольц, أولاف شولتس
Emmanuel Macron | Emanuel Macron | Эммануэль Макрон, إيمانويل ماكرون, 에마뉘엘 마크롱
Joe Biden | Joseph Biden | Джо Байден, جو بايدن, 조 바이든, ג'ו ביידן
Donald Trump | Donald J. Trump | Дональд Трамп, دونالد ترامب, 도널드 트럼프
Barack Obama | Barak Obama | Барак Обама, باراك أوباما, 버락 오바마
Hillary Clinton | Hilary Clinton | Хиллари Клинтон, هيلاري كلينتون
Antony Blinken | Anthony Blinken | Энтони Блинкен, أنتوني بلينكن, 토니 블링컨
Wendy Sherman | Wendy Schermann, Vendi Sherman | Уэнди Шерман, ويندي شيرمان, 웬디 셔먼
John Kerry | Jon Kerry | Джон Керри, جون كيري
Boris Johnson | Boris Jonson | Борис Джонсон, بوريس جونسون
Jens Stoltenberg | Jens Stoltenburg | Йенс Столтенберг, ينس ستولتنبرغ
Josep Borrell | Josep Borell | Жозеп Боррель, جوزيب بوريل
António Guterres | Antonio Guterres, Antonio Gutierres | Антониу Гутерриш, أنطونيو غوتيريش
Muammar Gaddafi | Moammar Kadhafi, Muammar al-Qadhafi, Mouammar Kadhafi, Muammar Qaddafi, Moamer el Gadafi |
Muammar Gaddafi | | معمر القذافي
Muammar Gaddafi | | Муаммар Каддафи
Bashar al-Assad | Baschar al-Assad, Bachar el-Assad, Bashar Assad, Bachar al-Asad | بشار الأسد, Башар Асад
Hafez al-Assad | Hafiz al-Assad, Hafez el-Assad | حافظ الأسد, Хафез Асад
Saddam Hussein | Sadam Husein, Saddam Husayn, Saddam Hussain | صدام حسين, Саддам Хусейн
Hosni Mubarak | Husni Mubarak, Hosni Moubarak | حسني مبارك, Хосни Мубарак
Abdel Fattah el-Sisi | Abd al-Fattah as-Sisi, Abdelfattah al-Sissi, Abdul Fattah Al Sisi | عبد الفتاح السيسي
Mohammed bin Salman | Muhammad bin Salman, Mohamed ben Salmane, Mohammad Bin Salman | محمد بن سلمان, Мухаммед бин Салман
Mohamed Morsi | Mohammed Mursi, Muhammad Morsy | محمد مرسي, Мухаммед Мурси
Gamal Abdel Nasser | Gamal Abdul Nasser, Jamal Abd al-Nasir, Gamal Abdel Nacer | جمال عبد الناصر, Гамаль Абдель Насер
Yasser Arafat | Yasir Arafat, Jassir Arafat | ياسر عرفات, Ясир Арафат
Mahmoud Abbas | Mahmud Abbas | محمود عباس, Махмуд Аббас
Ismail Haniyeh | Ismail Haniya, Ismaïl Haniyeh, Ismail Hanija | إسماعيل هنية
Hassan Nasrallah | Hasan Nasrallah, Hassan Nasrullah | حسن نصر الله, Хасан Насралла
Rafic Hariri | Rafik Hariri, Rafiq al-Hariri | رفيق الحريري
Michel Aoun | Mishal Aoun | ميشال عون
King Abdullah II | Abdallah II | الملك عبد الله
Khalifa Haftar | Chalifa Haftar, Khalifa Hifter | خليفة حفتر, Халифа Хафтар
Abdelmadjid Tebboune | Abdelmajid Tebboun | عبد المجيد تبون
Omar al-Bashir | Umar al-Bashir, Omar el-Béchir, Omar Hassan al-Baschir | عمر البشير, Омар аль-Башир
Abdel Fattah al-Burhan | Abdelfattah Burhan, Abd al-Fattah al-Burhan | عبد الفتاح البرهان
Ali Khamenei | Ali Chamenei, Ali Khameneï, Ali Hamenei | علی خامنه‌ای, علي خامنئي, Али Хаменеи
Ruhollah Khomeini | Ruhollah Chomeini, Rouhollah Khomeiny | روح‌الله خمینی, Рухолла Хомейни
Hassan Rouhani | Hasan Rohani, Hassan Rohani, Hassan Ruhani | حسن روحانی, Хасан Рухани
Mahmoud Ahmadinejad | Mahmud Ahmadinedschad, Mahmoud Ahmadinejat | محمود احمدی‌نژاد, Махмуд Ахмадинежад
Mohammad Javad Zarif | Mohammed Dschawad Sarif, Mohamad Yavad Zarif | محمد جواد ظریف, Мохаммад Джавад Зариф
Ebrahim Raisi | Ibrahim Raisi, Ebrahim Raïssi | ابراهیم رئیسی, Ибрагим Раиси
Qasem Soleimani | Ghassem Soleimani, Qassim Suleimani, Kassem Soleimani | قاسم سلیمانی, Касем Сулеймани
Hamid Karzai | Hamid Karsai, Hamid Karzaï | حامد کرزی, Хамид Карзай
Ashraf Ghani | Aschraf Ghani | اشرف غنی, Ашраф Гани
Pervez Musharraf | Pervaiz Musharraf, Parvez Musharaf | پرویز مشرف, Первез Мушарраф
Imran Khan | Imran Chan | عمران خان, Имран Хан
Nawaz Sharif | Nawaz Scharif, Navaz Sharif | نواز شریف
Narendra Modi | Narendra Modhi | नरेन्द्र मोदी, Нарендра Моди, ناريندرا مودي
Rahul Gandhi | Rahoul Gandhi | राहुल गांधी
Sheikh Hasina | Sheik Hasina, Cheikh Hasina | শেখ হাসিনা, Шейх Хасина
Benjamin Netanyahu | Binyamin Netanyahu, Benjamin Netanjahu, Benyamin Nétanyahou | בנימין נתניהו
Benjamin Netanyahu | | Биньямин Нетаньяху, بنيامين نتنياهو
Yitzhak Rabin | Jitzchak Rabin, Itzhak Rabin, Yitzchak Rabin | יצחק רבין, Ицхак Рабин, إسحاق رابين
Shimon Peres | Schimon Peres, Shimon Pérès | שמעון פרס, Шимон Перес
Naftali Bennett | Naftali Benet | נפתלי בנט, Нафтали Беннет
Yair Lapid | Jair Lapid, Yaïr Lapid | יאיר לפיד, Яир Лапид
Xi Jinping | Hsi Chin-p'ing, Xi Jin Ping, Xi Tsin-p'ing | 习近平, Си Цзиньпин, 習近平, 시진핑
Hu Jintao | Hu Chin-t'ao | 胡锦涛, Ху Цзиньтао
Deng Xiaoping | Teng Hsiao-p'ing, Teng Hsiao-ping, Deng Xiao Ping | 邓小平, Дэн Сяопин
Mao Zedong | Mao Tse-tung, Mao Tsé-toung, Mao Tse Tung | 毛泽东, Мао Цзэдун
Zhou Enlai | Chou En-lai, Tschou En-lai | 周恩来, Чжоу Эньлай
Jiang Zemin | Chiang Tse-min | 江泽民, Цзян Цзэминь
Wang Yi | Wang I | 王毅, Ван И
Li Keqiang | Li Ko-ch'iang, Li Kechiang | 李克强, Ли Кэцян
Yang Jiechi | Yang Chieh-ch'ih | 杨洁篪, Ян Цзечи
Tsai Ing-wen | Cai Yingwen, Tsai Ingwen | 蔡英文, Цай Инвэнь
Kim Jong-un | Kim Chong-un, Kim Jong Un, Gim Jeong-eun, Kim Dschong-un | 김정은, Ким Чен Ын, 金正恩
Kim Yo-jong | Kim Yo Jong, Gim Yeo-jeong | 김여정, Ким Ё Чжон
Choe Son-hui | Choi Son-hui, Choe Sun Hui | 최선희, Цой Сон Хи
Moon Jae-in | Mun Jae-in, Moon Jae In, Mun Chae-in | 문재인, Мун Чжэ Ин
Yoon Suk-yeol | Yun Seok-yeol, Yoon Seok-youl, Yun Sok-yol | 윤석열, Юн Сок Ёль
Park Geun-hye | Pak Geun-hye, Bak Geunhye, Pak Kun-hye | 박근혜, Пак Кын Хе
Ban Ki-moon | Pan Ki-mun, Ban Gimun, Ban Ki Moon | 반기문, Пан Ги Мун
Choi Jong-kun | Choe Jong-geon, Choi Jong Kun | 최종건
Lee Jae-myung | Yi Jae-myeong, Lee Jae Myung, I Jae-myeong | 이재명, Ли Чжэ Мён
Chung Eui-yong | Jeong Ui-yong, Chung Eui Yong | 정의용
Shinzo Abe | Shinzō Abe, Schinso Abe, Sinzo Abe | しんぞう あべ, Синдзо Абэ
Fumio Kishida | Foumio Kishida, Fumio Kisida | Фумио Кисида
Yoshihide Suga | Yosihide Suga, Joschihide Suga | Ёсихидэ Суга
Ho Chi Minh | Hô Chi Minh, Hồ Chí Minh | Хо Ши Мин
Nguyễn Phú Trọng | Nguyen Phu Trong | Нгуен Фу Чонг
Hun Sen | Houn Sen | Хун Сен
Aung San Suu Kyi | Aung San Su Kyi, Aung San Suu Kji | Аун Сан Су Чжи
Min Aung Hlaing | Min Aung Hlain | Мин Аун Хлайн
Abiy Ahmed | Abiy Ahmad, Abij Ahmed | أبي أحمد, Абий Ахмед
Isaias Afwerki | Isayas Afewerki, Issayas Afeworki | إسياس أفورقي, Исайяс Афеверки
Haile Selassie | Hailé Sélassié, Haile Selasie | Хайле Селассие
Uhuru Kenyatta | Ouhourou Kenyatta | Ухуру Кеньята
Salva Kiir | Salwa Kiir, Salva Kir | سلفا كير
Paul Kagame | Paul Kagamé | Поль Кагаме
Cyril Ramaphosa | Ciril Ramaphosa, Cyril Ramafosa | Сирил Рамафоса
Nicolás Maduro | Nicolas Maduro | Николас Мадуро, نيكولاس مادورو
Luiz Inácio Lula da Silva | Luis Inacio Lula da Silva | Луис Инасиу Лула да Силва
Jair Bolsonaro | Jair Bolzonaro | Жаир Болсонару
Michelle Bachelet | Michele Bachelet | Мишель Бачелет
Ramzan Kadyrov | Ramsan Kadyrow, Ramzan Kadirov | Рамзан Кадыров
Heydar Aliyev | Haidar Alijew, Geidar Aliev | Гейдар Алиев
Eduard Shevardnadze | Eduard Schewardnadse, Édouard Chevardnadze, Eduard Szewardnadze | Эдуард Шеварднадзе
Andrei Gromyko | Andrej Gromyko, Andreï Gromyko | Андрей Громыко
Zbigniew Brzezinski | Zbigniew Brzeziński, Zbignew Brzezinsky | Збигнев Бжезинский
Ursula von der Leyen | Ursula von der Leien | Урсула фон дер Ляйен, أورسولا فون دير لاين
Rafael Grossi | Raphael Grossi | Рафаэль Гросси, رافاييل غروسي
Kaja Kallas | Kaya Kallas | Кая Каллас
Sanna Marin | Sana Marin | Санна Марин
Sauli Niinistö | Sauli Niinisto | Саули Нийнистё
Gitanas Nausėda | Gitanas Nauseda | Гитанас Науседа
Maia Sandu | Maya Sandu | Майя Санду
""")
