// A model of one hub and many spokes, all of them written out.
export function largeModel(spokes) {
    const lines = Array.from({ length: spokes }, (_, index) => {
        const [high, low] = [index >> 8, index & 255];
        return `spoke Branch${index} { wan Internet dhcp  lan 10.${100 + high}.${low}.0/24  join Corp as 10.255.${high + 1}.${low} via HQ }`;
    });
    return `network Large
transport Internet { latency 10ms  dhcp 198.18.0.0/16 }
cloud Corp { overlay 10.255.0.0/16  phase 3  network-id 100  tunnel-key 100  registration no-unique  routing eigrp 100 { stub spokes } }
hub HQ { wan Internet 203.0.113.1/24 gateway 203.0.113.254  lan 10.1.0.0/16  join Corp as 10.255.0.1 }
${lines.join('\n')}
`;
}
