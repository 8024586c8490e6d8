/** The most guessed passwords of eight characters and more, worldwide and in China; shorter ones are refused anyway. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `12345678 123456789 1234567890 12345678910 123123123 1234567891 987654321 9876543210 0987654321 0123456789 87654321
  11111111 111111111 1111111111 00000000 000000000 0000000000 88888888 888888888 66666666 99999999 12341234 11223344
  1122334455 112233445566 123321123 147258369 147852369 159357456 741852963 963852741 789456123 321654987 123454321
  12344321 123456123 456456456 789789789 520520520 5201314520 520131420 5211314521 13145200 201314520 woaini520
  woaini1314 woaini521 woaini123 woaini123456 woaiwojia woaiwoziji aini1314 5201314a a5201314 iloveyou iloveyou1
  iloveyou123 password password1 password12 password123 password1234 passw0rd passw0rd1 p@ssw0rd p@ssword p@ssword1
  p@55w0rd pa55word password! passwort qwertyui qwertyuiop qwerty123 qwerty1234 qwerty12345 qwerty123456 qwer1234
  qwer12345 qwe123456 qweasdzxc qweasd123 qazwsxedc qazwsx123 1qaz2wsx 1qaz2wsx3edc 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y
  q1w2e3r4 q1w2e3r4t5 zxcvbnm1 zxcvbnm123 zxcvbnmm asdfghjk asdfghjkl asdf1234 asdfasdf asd123456 zaq12wsx zaq1xsw2
  !qaz2wsx 1qazxsw2 abcd1234 abcd12345 abc123456 abc12345 abc123abc abcdefgh abcdefghi a1234567 a12345678 a123456789
  aa123456 aa12345678 aaa123456 aaaaaaaa qq123456 qq123456789 q1234567 zz123456 asd12345 123456aa 123456abc 123456qq
  123456asd 12345678a 123456789a 123456789abc 1234qwer 123qweasd 123qwe123 123qweasdzxc admin123 admin1234 admin12345
  admin123456 admin888 admin8888 administrator administrator1 adminadmin admin@123 admin@1234 root1234 root123456
  welcome1 welcome123 welcome@123 changeme changeme1 changeme123 letmein1 letmein123 letmeinnow sunshine sunshine1
  princess princess1 football football1 baseball baseball1 superman superman1 trustno1 trustno11 whatever whatever1
  starwars computer computer1 internet michelle jennifer michael1 charlie1 jordan23 liverpool chelsea1 master123
  monkey123 dragon123 shadow123 test1234 test12345 test123456 testtest guest123 user1234 temp1234 secret123 hello123
  hello1234 helloworld iloveyou2 loveyou1 lovelove mylove123 killer123 pokemon1 samsung1 samsung123 google123
  china123 zhongguo zhongguo1 beijing2008 shanghai shanghai1 guangzhou wangyang zhangwei wanglei123 woshishui
  caonima123 caonima1 tiancai123 xiaoming xiaoming123 kefu1234 kefu123456 keful2345 service1 service123 hotline1
  hotline123 hotline800 support1 support123 company1 company123 office123 summer2024 summer2025 winter2024 winter2025
  spring2025 autumn2025 january1 qwertyqwerty poiuytrewq lkjhgfdsa mnbvcxz1 zxczxczxc asdasdasd qweqweqwe`.split(/\s+/),
);
